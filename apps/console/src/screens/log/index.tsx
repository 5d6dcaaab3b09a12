import { INTAKE_CHANNELS, KINDS, type IntakeChannel, type Kind } from '@huiyin/loop';
import { Button, Input, Select, TreeSelect } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useShortcuts } from '../../app/keys';
import { useMe } from '../../app/session';
import { useCategories } from '../../parts/categories';
import { useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { useUrlState } from '../../parts/url-state';
import { useDraft, type Draft } from './draft';
import './log.css';
import { handIn, takeOut, useOutbox, type Parcel } from './outbox';
import { Outcome } from './outcome';
import { Choices, KnownCustomer } from './known';
import { useAwake, useChoices, useUnderstanding, type Choice } from './targets';
import { useTexts } from './texts';

/** Is the customer understood, and already known? Written down while they are talking, without a mouse. */
export function Component() {
  const t = useTexts();
  const me = useMe();
  const words = useRef<TextAreaRef>(null);
  const { draft, change, clear } = useDraft(me.id);
  const { parcels, done } = useOutbox(me.id);
  const { asked, isFetched, choices } = useChoices(draft);
  usePhoneOfAddress(change);
  const save = (): void => {
    if (!draft.text.trim()) return;
    handIn(me.id, draft);
    clear();
    words.current?.focus();
  };
  const attach = (choice: Choice | undefined): void => {
    if (!choice) return;
    const { item, cluster, name } = choice;
    const same = draft.target?.name === name;
    change({ target: same ? undefined : { name, ...(item && { item }), ...(cluster && { cluster }) } });
  };
  const takeBack = ({ key, draft: kept }: Parcel): void => {
    takeOut(key);
    change(kept);
    words.current?.focus();
  };
  useShortcuts([
    { keys: 'Ctrl+Enter', says: t('save'), run: save, whileTyping: true },
    { keys: 'Alt+1', says: t('attachKeys'), run: () => attach(choices[0]), whileTyping: true },
  ]);
  const press = (event: KeyboardEvent): void => {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (!event.altKey || !digit) return;
    // By the place of the key: on some keyboards Alt turns a digit into another sign.
    event.preventDefault();
    attach(choices[Number(digit) - 1]);
  };
  return (
    <Page title={t('title')}>
      <div className="log" onKeyDown={press}>
        <form
          className="log-form"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <label className="log-words">
            <span className="hidden">{t('words')}</span>
            <Input.TextArea
              ref={words}
              autoFocus
              value={draft.text}
              placeholder={t('wordsHint')}
              maxLength={10_000}
              rows={4}
              onChange={({ target }) => change({ text: target.value })}
            />
          </label>
          <Particulars draft={draft} change={change} />
          <End draft={draft} onDetach={() => change({ target: undefined })} />
          <Outcome parcels={parcels.filter(({ person }) => person === me.id)} done={done} onTakeBack={takeBack} />
        </form>
        <aside className="log-known">
          <KnownCustomer phone={draft.phone} />
          <Choices choices={choices} looked={asked && isFetched} chosen={draft.target?.name} onChoose={attach} />
        </aside>
      </div>
    </Page>
  );
}

/** `?phone=` of a link, taken over at once: a number does not belong in an address. */
function usePhoneOfAddress(change: (changed: Partial<Draft>) => void): void {
  const [{ phone }, changeAddress] = useUrlState(['phone'] as const);
  useEffect(() => {
    if (!phone) return;
    change({ phone });
    changeAddress({ phone: undefined });
  }, [phone, change, changeAddress]);
}

/** Who, and what the analysis makes of it, which the person may correct. */
function Particulars({ draft, change }: { draft: Draft; change: (changed: Partial<Draft>) => void }) {
  const t = useTexts();
  const names = useNames();
  const categories = useCategories();
  useAwake();
  const { data: guess } = useUnderstanding(draft.text);
  const kind = draft.kind ?? guess?.kind;
  const category = draft.category ?? guess?.category;
  const by = (chosen: unknown) => (chosen ? t('byPerson') : guess ? t('byAnalysis') : '');
  return (
    <div className="log-particulars">
      <label>
        <span>{t('phone')}</span>
        <Input
          value={draft.phone}
          placeholder={t('phoneHint')}
          inputMode="tel"
          autoComplete="off"
          maxLength={40}
          onChange={({ target }) => change({ phone: target.value })}
        />
      </label>
      <label>
        <span>
          {t('kind')} <em className="faint small">{by(draft.kind)}</em>
        </span>
        <Select<Kind>
          aria-label={t('kind')}
          value={kind ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={KINDS.map((value) => ({ value, label: names.kind(value) }))}
          onChange={(value) => change({ kind: value })}
        />
      </label>
      <label className="log-category">
        <span>
          {t('category')} <em className="faint small">{by(draft.category)}</em>
        </span>
        <TreeSelect<string | null>
          aria-label={t('category')}
          value={category ?? null}
          showSearch
          treeNodeFilterProp="title"
          treeData={categories.tree}
          popupMatchSelectWidth={false}
          onChange={(value) => change({ category: value ?? undefined })}
        />
      </label>
      <label>
        <span>{t('channel')}</span>
        <Select<IntakeChannel>
          aria-label={t('channel')}
          value={draft.channel}
          options={INTAKE_CHANNELS.map((value) => ({ value, label: names.channel(value) }))}
          onChange={(channel) => change({ channel })}
        />
      </label>
    </div>
  );
}

function End({ draft, onDetach }: { draft: Draft; onDetach: () => void }) {
  const t = useTexts();
  return (
    <div className="log-end">
      {draft.target && (
        <span className="log-target">
          {t('attached', { name: draft.target.name })}
          <Button type="link" size="small" onClick={onDetach}>
            {t('detach')}
          </Button>
        </span>
      )}
      <Button type="primary" htmlType="submit" disabled={!draft.text.trim()}>
        {t('save')} <kbd>Ctrl Enter</kbd>
      </Button>
    </div>
  );
}
