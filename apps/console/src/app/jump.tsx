import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../api/client';
import { texts } from '../i18n/texts';
import { useUnits } from '../parts/units';
import { SCREENS, useScreenTexts } from './screens';
import { may, useMe } from './session';

const useTexts = texts('jump', {
  zh: {
    title: '前往',
    hint: '输入编号、手机号、簇名、单位或页面名',
    page: '页面',
    item: '反馈',
    phone: '按手机号登记或查找',
    cluster: '簇',
    unit: '单位',
    search: '在全部反馈中查找“{{words}}”',
    none: '没有找到',
  },
  en: {
    title: 'Go to',
    hint: 'A reference, phone number, cluster, unit or page',
    page: 'Page',
    item: 'Feedback',
    phone: 'Log or find by phone number',
    cluster: 'Cluster',
    unit: 'Unit',
    search: 'Search all feedback for “{{words}}”',
    none: 'Nothing found',
  },
});

interface Goal {
  readonly kind: string;
  readonly name: string;
  readonly to: string;
}

/** Ctrl+K: goes anywhere by a few letters. */
export default function Jump({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} title={null} aria-label={t('title')}>
      <JumpList onClose={onClose} />
    </Modal>
  );
}

function JumpList({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const goals = useGoals(typed.trim());
  const go = (goal: Goal | undefined): void => {
    if (!goal) return;
    onClose();
    void navigate(goal.to);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setMarked((now) => (now + step + goals.length) % Math.max(1, goals.length));
    }
    if (event.key === 'Enter') go(goals[marked] ?? goals[0]);
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        value={typed}
        placeholder={t('hint')}
        aria-label={t('hint')}
        aria-controls="jump-goals"
        onChange={({ target }) => {
          setTyped(target.value);
          setMarked(0);
        }}
        onKeyDown={press}
      />
      <ul className="jump-goals" id="jump-goals" role="listbox" aria-label={t('title')}>
        {goals.map((goal, place) => (
          <li
            key={goal.to + goal.name}
            role="option"
            aria-selected={place === marked}
            onMouseEnter={() => setMarked(place)}
            onClick={() => go(goal)}
          >
            <span>{goal.name}</span>
            <span className="faint small">{goal.kind}</span>
          </li>
        ))}
        {goals.length === 0 && <li className="faint">{t('none')}</li>}
      </ul>
    </>
  );
}

const REFERENCE = /^hy-\d{4}-\d{6,18}$/i;
const PHONE = /^\+?[\d\s-]{7,}$/;

/** Where the letters may lead: the surest first. */
function useGoals(typed: string): Goal[] {
  const t = useTexts();
  const said = useScreenTexts();
  const { scopes } = useMe();
  const asked = typed.length >= 2;
  const clusters = useQuery({
    ...ask('/api/v1/clusters', { query: { q: typed, limit: 5 } }),
    enabled: asked && may(scopes, 'clusters:read'),
  });
  const units = useUnits();
  const pages = SCREENS.filter((screen) => screen.scopes.some((scope) => may(scopes, scope)))
    .map(({ name, path }) => ({ kind: t('page'), name: said(name), to: path }))
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
  if (!asked) return pages;
  const text = typed.toLowerCase();
  const places = units.all
    .filter(({ code, nameZh, nameEn }) => [code, nameZh, nameEn].some((name) => name.toLowerCase().includes(text)))
    .slice(0, 5);
  return [
    ...(REFERENCE.test(typed)
      ? [{ kind: t('item'), name: typed.toUpperCase(), to: `/feedback/${typed.toUpperCase()}` }]
      : []),
    ...(PHONE.test(typed) ? [{ kind: t('phone'), name: typed, to: `/log?phone=${encodeURIComponent(typed)}` }] : []),
    ...pages,
    ...(clusters.data?.items ?? []).map(({ id, name }) => ({ kind: t('cluster'), name, to: `/clusters/${id}` })),
    ...places.map((unit) => ({
      kind: t('unit'),
      name: units.nameOf(unit.code),
      to: `/feedback?unit=${encodeURIComponent(unit.code)}`,
    })),
    { kind: t('item'), name: t('search', { words: typed }), to: `/feedback?q=${encodeURIComponent(typed)}` },
  ];
}
