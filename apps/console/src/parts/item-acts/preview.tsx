import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer, Operation } from '@huiyin/client';
import { huiyin } from '../../api/client';
import { useDebounced } from '../debounced';
import { Bones, Trouble } from '../states';
import type { ActedOn } from './doing';
import { useTexts } from './texts';

type Rehearsed = Answer<Operation<'post', '/api/v1/resolutions/preview'>>[number];

const PAUSE_MS = 350;
const MOST = 100;

/** What the customers would read if they were answered now. */
export function useRehearsal(items: readonly ActedOn[], reply: string) {
  const still = useDebounced(reply.trim(), PAUSE_MS);
  const ids = items.slice(0, MOST).map(({ id }) => id);
  return useQuery({
    queryKey: ['/api/v1/resolutions/preview', ids, still],
    queryFn: ({ signal }) => huiyin.post('/api/v1/resolutions/preview', { body: { items: ids, reply: still }, signal }),
    enabled: still !== '' && ids.length > 0,
    placeholderData: (before) => (still === '' ? undefined : before),
    retry: false,
  });
}

/** The message as it will arrive, and how many get it through what. */
export function Preview({ items, reply }: { items: readonly ActedOn[]; reply: string }) {
  const t = useTexts();
  const [at, setAt] = useState(0);
  const { data, error, isLoading } = useRehearsal(items, reply);
  const shown = data?.[at % data.length];
  return (
    <section className="preview" aria-label={t('preview')}>
      <h3>{t('preview')}</h3>
      {error && <Trouble error={error} />}
      {isLoading && <Bones rows={3} />}
      {!data && !error && !isLoading && <p className="faint">{t('previewEmpty')}</p>}
      {data && data.length > 1 && <Tally messages={data} />}
      {shown && <Letter message={shown} />}
      {data && data.length > 1 && (
        <Button type="link" size="small" onClick={() => setAt(at + 1)}>
          {t('of', { i: (at % data.length) + 1, n: data.length })} · {t('next')}
        </Button>
      )}
    </section>
  );
}

function Tally({ messages }: { messages: readonly Rehearsed[] }) {
  const t = useTexts();
  const told = messages.filter(({ channel }) => channel !== null);
  const channels = [...new Set(told.map(({ channel }) => channel!))];
  const count = (name: string) => told.filter(({ channel }) => channel === name).length;
  return (
    <p className="small">
      {t('willTell', { count: told.length })}
      <span className="faint">
        {channels.map((channel) => ` · ${t(channel)} ${count(channel)}`)}
        {told.length < messages.length && ` · ${t('unreachedMany', { count: messages.length - told.length })}`}
      </span>
    </p>
  );
}

function Letter({ message }: { message: Rehearsed }) {
  const t = useTexts();
  const { channel, to, subject, body } = message;
  if (channel === null) return <p className="left-close">{t('unreached')}</p>;
  return (
    <>
      <p className="small faint">
        {t('through', { channel: t(channel) })} {to}
      </p>
      <div className="letter">
        {channel !== 'sms' && <p className="letter-subject">{subject}</p>}
        <p className="letter-body">{body}</p>
      </div>
    </>
  );
}
