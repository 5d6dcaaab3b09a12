import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { Page } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { UnitFilter } from '../../../parts/filters';
import { useUrlState } from '../../../parts/url-state';
import { Answered } from '../grid';
import { SecretWindow, type Secret } from '../secret';
import { PeopleTable } from './people-table';
import { PEOPLE, PersonSheet, type Person } from './person-sheet';
import { useRoles } from './roles';
import { Sessions } from './sessions';
import { useTexts } from './texts';

type Narrowed = Partial<Record<'q' | 'role' | 'unit' | 'all', string>>;

/** Those who sign in: who they are, what they may do and what they see. */
export default function People() {
  const t = useTexts();
  const people = useQuery(ask(PEOPLE));
  const { asked: roles, nameOf } = useRoles();
  const [now, change] = useUrlState(['q', 'role', 'unit', 'all'] as const);
  const [edited, setEdited] = useState<Person | 'new' | undefined>();
  const [looked, setLooked] = useState<Person | undefined>();
  const [secret, setSecret] = useState<Secret | undefined>();
  const add = (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const active = people.data?.items.filter((person) => person.active).length;
  return (
    <Page title={t('title')} sentence={active !== undefined && t('sentence', { count: active })} actions={add}>
      <div className="filters">
        <Input.Search
          className="filter-wide"
          placeholder={t('search')}
          aria-label={t('search')}
          allowClear
          defaultValue={now.q ?? ''}
          onChange={({ target }) => change({ q: target.value || undefined })}
        />
        <Select<string>
          className="filter"
          aria-label={t('role')}
          placeholder={t('role')}
          allowClear
          value={now.role ?? null}
          options={(roles.data ?? []).map(({ role }) => ({ value: role, label: nameOf(role) }))}
          onChange={(role) => change({ role: role || undefined })}
        />
        <UnitFilter value={now.unit} onChange={(unit) => change({ unit })} />
        <Checkbox
          checked={now.all === '1'}
          onChange={({ target }) => change({ all: target.checked ? '1' : undefined })}
        >
          {t('all')}
        </Checkbox>
      </div>
      <Answered of={people} rows={10}>
        {({ items }) => {
          const shown = items.filter((person) => fits(person, now));
          if (shown.length === 0) return <Empty title={t('none')} hint={t('noneHint')} />;
          return <PeopleTable people={shown} onEdit={setEdited} onSessions={setLooked} onSecret={setSecret} />;
        }}
      </Answered>
      <PersonSheet of={edited} onClose={() => setEdited(undefined)} onSecret={setSecret} />
      <Sessions of={looked} onClose={() => setLooked(undefined)} />
      <SecretWindow secret={secret} onClose={() => setSecret(undefined)} />
    </Page>
  );
}

function fits({ username, displayName, roles, units, active }: Person, { q = '', role, unit, all }: Narrowed): boolean {
  const words = q.toLowerCase();
  return (
    (active || all === '1') &&
    (username.includes(words) || displayName.toLowerCase().includes(words)) &&
    (!role || (roles as readonly string[]).includes(role)) &&
    (!unit || units.includes(unit))
  );
}
