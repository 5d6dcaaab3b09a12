import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { useMay, useMe } from '../../app/session';
import { useTexts } from './texts';

/** What somebody who did something is called: `person:7` → 李丽, as far as one may see people and keys. */
export function useActors(): (actor: string | null | undefined) => string {
  const t = useTexts();
  const may = useMay();
  const me = useMe();
  const { data: people } = useQuery({ ...ask('/api/v1/people'), enabled: may('people:write'), staleTime: 60_000 });
  const { data: keys } = useQuery({ ...ask('/api/v1/keys'), enabled: may('keys:write'), staleTime: 60_000 });
  return (actor) => {
    if (!actor) return '–';
    if (actor === 'system') return t('system');
    const [kind, id] = actor.split(':');
    if (kind === 'person' && id === me.id) return me.name;
    if (kind === 'person') return people?.items.find((person) => person.id === id)?.displayName ?? actor;
    return keys?.items.find((key) => key.id === id)?.name ?? actor;
  };
}
