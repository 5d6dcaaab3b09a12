import { useQuery } from '@tanstack/react-query';
import { ask, huiyin, type Got } from '../../api/client';
import { useDebounced } from '../../parts/debounced';
import { isPhone, type Draft, type Target } from './draft';

type Similar = Got<'/api/v1/feedback/similar'>;

const PAUSE_MS = 250;
/** Shorter texts find everything and nothing. */
const ENOUGH = 4;
const MOST = 9;
const MOST_CLUSTERS = 3;
const FIVE_MINUTES_MS = 300_000;

/** Something that the piece can be attached to, in the order of its digit. */
export interface Choice extends Target {
  readonly kind: 'theirs' | 'cluster' | 'item';
  readonly text: string;
  readonly size?: number;
  readonly near?: boolean;
}

/** Who is on the line; asked for once per number, since every look is on the audit. */
export function useCustomer(phone: string) {
  const still = useDebounced(phone, PAUSE_MS).replace(/[\s-]/g, '');
  return useQuery({
    queryKey: ['/api/v1/customers/recognise', still],
    queryFn: () => huiyin.post('/api/v1/customers/recognise', { body: { phone: still } }),
    enabled: isPhone(still),
    staleTime: FIVE_MINUTES_MS,
    gcTime: FIVE_MINUTES_MS,
    refetchOnWindowFocus: false,
  });
}

/** What the analysis makes of the words so far. */
export function useUnderstanding(text: string) {
  const still = useDebounced(text.trim(), PAUSE_MS);
  return useQuery({
    queryKey: ['/api/v1/feedback/understand', still],
    queryFn: ({ signal }) => huiyin.post('/api/v1/feedback/understand', { body: { text: still }, signal }),
    enabled: still.length >= ENOUGH,
    placeholderData: (before) => (still.length >= ENOUGH ? before : undefined),
    staleTime: Infinity,
    retry: false,
  });
}

/** The analysis takes seconds to wake up after a start of the server: it is woken before the first words are there. */
export function useAwake(): void {
  useUnderstanding('您好，请问');
}

/** Who else said so, and what this customer waits for: what Alt and a digit attaches to. */
export function useChoices(draft: Draft) {
  const still = useDebounced(draft.text.trim(), PAUSE_MS).slice(0, 1_000);
  const asked = still.length >= ENOUGH;
  const similar = useQuery({
    ...ask('/api/v1/feedback/similar', { query: { text: still, limit: MOST } }),
    enabled: asked,
    placeholderData: (before) => (asked ? before : undefined),
    retry: false,
  });
  const customer = useCustomer(draft.phone);
  const theirs = (customer.data?.open ?? []).map(({ reference, text }): Choice => {
    return { kind: 'theirs', item: reference, name: reference, text };
  });
  return { asked, isFetched: similar.isFetched, choices: merged(theirs, asked ? similar.data : undefined) };
}

function merged(theirs: readonly Choice[], similar: Similar | undefined): Choice[] {
  const known = new Set(theirs.map(({ item }) => item));
  const clusters = (similar?.clusters ?? []).slice(0, MOST_CLUSTERS).map(({ id, name, size }): Choice => {
    return { kind: 'cluster', cluster: id, name, text: name, size };
  });
  const items = (similar?.items ?? [])
    .filter(({ reference }) => !known.has(reference))
    .map(({ reference, text, near }): Choice => ({ kind: 'item', item: reference, name: reference, text, near }));
  return [...theirs.slice(0, 3), ...clusters, ...items].slice(0, MOST);
}
