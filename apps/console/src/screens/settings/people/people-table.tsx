import { App, Button, Dropdown } from 'antd';
import { MoreOutlined } from '@ant-design/icons';
import { huiyin } from '../../../api/client';
import { useMe } from '../../../app/session';
import { useUnits } from '../../../parts/units';
import { Grid } from '../grid';
import { useSaving, useUndo } from '../saving';
import type { Secret } from '../secret';
import { useTexts as useSharedTexts } from '../texts';
import { PEOPLE, type Person } from './person-sheet';
import { useRoles } from './roles';
import { useTexts } from './texts';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly onEdit: (person: Person) => void;
  readonly onSessions: (person: Person) => void;
  readonly onSecret: (secret: Secret) => void;
}

/** Those who may sign in, with roles and units in words. */
export function PeopleTable({ people, ...doing }: PeopleTableProps) {
  const t = useTexts();
  const shared = useSharedTexts();
  const me = useMe();
  const units = useUnits();
  const { nameOf } = useRoles();
  return (
    <Grid
      label={t('title')}
      rows={people}
      keyOf={({ id }) => id}
      dimmed={({ active }) => !active}
      columns={[
        {
          title: t('displayName'),
          wide: true,
          cell: ({ id, displayName, username }) => (
            <>
              {displayName} {id === me.id && <span className="tag">{t('you')}</span>}{' '}
              <span className="faint small">{username}</span>
            </>
          ),
        },
        {
          title: t('roles'),
          cell: ({ roles, allowed }) => roles.map(nameOf).join('、') || t('scopes', { count: allowed.length }),
        },
        {
          title: t('units'),
          cell: ({ units: codes }) =>
            codes.length === 0 ? (
              <span className="faint">{shared('everything')}</span>
            ) : (
              codes.map((code) => units.nameOf(code)).join('、')
            ),
        },
        {
          title: t('state'),
          cell: ({ active, mustChangePassword }) => t(!active ? 'inactive' : mustChangePassword ? 'first' : 'active'),
        },
        { title: shared('actions'), cell: (person) => <Doing of={person} {...doing} /> },
      ]}
    />
  );
}

function Doing({ of: person, onEdit, onSessions, onSecret }: Omit<PeopleTableProps, 'people'> & { of: Person }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const me = useMe();
  const { modal } = App.useApp();
  const undo = useUndo();
  const { id, displayName: name, active } = person;
  const switching = useSaving<boolean>({
    save: (on) => huiyin.patch('/api/v1/people/{id}', { path: { id }, body: { active: on, revokeKeys: false } }),
    touches: [PEOPLE],
    onSaved: (_, on) => undo(t(on ? 'activated' : 'deactivated', { name }), () => switching.mutate(!on)),
  });
  const resetting = useSaving({
    save: () => huiyin.post('/api/v1/people/{id}/reset-password', { path: { id } }),
    touches: [PEOPLE],
    onSaved: ({ password }) => onSecret({ title: t('newPassword', { name }), value: password }),
  });
  const askToReset = () =>
    modal.confirm({
      title: t('resetTitle', { name }),
      content: t('resetHint'),
      okText: t('reset'),
      cancelText: shared('cancel'),
      onOk: () => resetting.mutateAsync().catch(() => undefined),
    });
  const items = [
    { key: 'sessions', label: t('sessions'), onClick: () => onSessions(person) },
    { key: 'reset', label: t('reset'), onClick: () => void askToReset() },
    ...(id === me.id
      ? []
      : [{ key: 'active', label: t(active ? 'deactivate' : 'activate'), onClick: () => switching.mutate(!active) }]),
  ];
  return (
    <div className="line">
      <Button size="small" onClick={() => onEdit(person)}>
        {shared('edit')}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button size="small" icon={<MoreOutlined />} aria-label={`${shared('more')}: ${name}`} />
      </Dropdown>
    </div>
  );
}
