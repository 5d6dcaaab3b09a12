import type { Kind } from '@huiyin/loop';
import { useMemo, useState } from 'react';
import { useUrlState, linkTo } from '../../parts/url-state';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What the screen looks at, as the API asks for it. */
export interface Narrowed {
  readonly query: { readonly from: string; readonly unit?: string; readonly kind?: Kind; readonly product?: string };
  /** The same of the period before. */
  readonly before: Narrowed['query'] & { readonly to: string };
  readonly days: number;
  readonly zone: string;
  /** The items behind a figure: of the period, narrowed as the screen is, and further. */
  readonly items: (more?: Readonly<Record<string, string | undefined>>) => string;
}

export const KEYS = ['unit', 'kind', 'product', 'days', 'zone', 'stage'] as const;
const USUAL_DAYS = '30';

/** What the screen looks at stands in the address; the periods are fixed for as long as it stands. */
export function useNarrowed() {
  const [now, change] = useUrlState(KEYS);
  const { unit, kind, product, zone, days = USUAL_DAYS } = now;
  const [opened] = useState(() => Date.now());
  const narrowed = useMemo((): Narrowed => {
    const minute = Math.floor(opened / MINUTE_MS) * MINUTE_MS;
    const back = (periods: number) => new Date(minute - periods * Number(days) * DAY_MS).toISOString();
    const part = { ...(unit && { unit }), ...(kind && { kind: kind as Kind }), ...(product && { product }) };
    return {
      query: { ...part, from: back(1) },
      before: { ...part, from: back(2), to: back(1) },
      days: Number(days),
      zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      items: (more) => linkTo('/feedback', { ...part, from: back(1), ...more }),
    };
  }, [unit, kind, product, zone, days, opened]);
  return { now: { ...now, days }, change, narrowed };
}
