import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/client';
import { useMe } from '../app/session';
import { texts } from '../i18n/texts';

const useTexts = texts('actors', {
  zh: { system: '系统', me: '我', key: '接口 {{id}}', person: '工号 {{id}}' },
  en: { system: 'The system', me: 'Me', key: 'Key {{id}}', person: 'Person {{id}}' },
});

/** Says what actors (`person:7`, `key:…`, `system`) are called; asked for together and kept. */
export function useActors(
  actors: readonly (string | null | undefined)[],
): (actor: string | null | undefined) => string {
  const t = useTexts();
  const me = useMe();
  const of = [...new Set(actors.filter((actor) => actor?.includes(':')))].sort().join(',');
  const { data = [] } = useQuery({
    ...ask('/api/v1/actors', { query: { of } }),
    staleTime: Infinity,
    enabled: of !== '',
  });
  return (actor) => {
    if (!actor || actor === 'system') return t('system');
    const [kind, id = ''] = actor.split(':');
    if (kind === me.kind && id === String(me.id)) return t('me');
    const found = data.find((one) => one.actor === actor)?.name;
    return found ?? t(kind === 'key' ? 'key' : 'person', { id });
  };
}
