import type { IntakeChannel, Kind } from '@huiyin/loop';
import { useCallback, useState } from 'react';

/** What a piece is attached to when it is saved. */
export interface Target {
  readonly item?: string;
  readonly cluster?: string;
  /** For people. */
  readonly name: string;
}

/** A piece that is being written down. */
export interface Draft {
  readonly text: string;
  readonly phone: string;
  readonly channel: IntakeChannel;
  /** Only what a person chose; the analysis decides the rest. */
  readonly kind?: Kind | undefined;
  readonly category?: string | undefined;
  readonly target?: Target | undefined;
}

const EMPTY: Draft = { text: '', phone: '', channel: 'hotline' };

/** The draft of a person, kept in this browser until it is saved, so that a reload loses nothing. */
export function useDraft(person: string) {
  const place = `huiyin.draft.${person}`;
  const [draft, setDraft] = useState<Draft>(() => load(place));
  const change = useCallback(
    (changed: Partial<Draft>) =>
      setDraft((before) => {
        const next = withPhone({ ...before, ...changed });
        localStorage.setItem(place, JSON.stringify(next));
        return next;
      }),
    [place],
  );
  /** Ready for the next customer; the channel stays. */
  const clear = useCallback(() => {
    setDraft(({ channel }) => {
      const next = { ...EMPTY, channel };
      localStorage.setItem(place, JSON.stringify(next));
      return next;
    });
  }, [place]);
  return { draft, change, clear };
}

function load(place: string): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

/** Digits with their usual punctuation, and then something else. */
const LEADING = /^\s*(\+?\d[\d\s-]{6,18}\d)(?:[\s,，;；:：]+|(?=[^\d\s-]))/;

/** A phone number with which the words begin is the customer's: it moves to its own field. */
export function withPhone(draft: Draft): Draft {
  const [whole, number = ''] = LEADING.exec(draft.text) ?? [];
  if (draft.phone || !whole || !isPhone(number)) return draft;
  return { ...draft, phone: number, text: draft.text.slice(whole.length) };
}

/** A number that is worth looking up: a Chinese mobile or landline number, or any with its country. */
export function isPhone(typed: string): boolean {
  const digits = typed.replace(/[\s-]/g, '');
  return /^((\+?86)?1[3-9]\d{9}|0\d{9,11}|\+[1-9]\d{7,14})$/.test(digits);
}
