import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { Page } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { useNow } from '../../../parts/now';
import { Answered } from '../grid';
import { SecretWindow, type Secret } from '../secret';
import { KeysTable } from './keys-table';
import { KEYS, NewKey, type Key } from './new-key';
import { useTexts } from './texts';

/** The keys with which other systems come in. */
export default function Keys() {
  const t = useTexts();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<Secret | undefined>();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const now = useNow();
  const keys = useQuery(ask(KEYS));
  const make = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  );
  const shown = (items: readonly Key[]) =>
    items.filter((key) => (all || works(key, now)) && key.name.toLowerCase().includes(search.toLowerCase()));
  return (
    <Page title={t('title')} sentence={t('sentence')} actions={make}>
      <Answered of={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('none')} hint={t('noneHint')} />
          ) : (
            <>
              <div className="filters">
                <Input.Search
                  className="filter-wide"
                  placeholder={t('search')}
                  aria-label={t('search')}
                  allowClear
                  onChange={({ target }) => setSearch(target.value)}
                />
                <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
                  {t('all')}
                </Checkbox>
              </div>
              <KeysTable keys={shown(items)} onSecret={setSecret} />
            </>
          )
        }
      </Answered>
      <NewKey open={making} onClose={() => setMaking(false)} onMade={setSecret} />
      <SecretWindow secret={secret} onClose={() => setSecret(undefined)} />
    </Page>
  );
}

function works({ revokedAt, expiresAt }: Key, now: number): boolean {
  return revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now);
}
