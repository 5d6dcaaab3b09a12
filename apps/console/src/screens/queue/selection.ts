import { useMemo, useState } from 'react';

/** Which rows are meant: the one that the keyboard is at, and those that were selected. */
export interface Selection {
  /** Place of the row that the keyboard is at. */
  readonly at: number;
  readonly ids: ReadonlySet<string>;
  /** Goes to a row; `stretch` selects everything on the way. */
  readonly go: (place: number, stretch?: boolean) => void;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
}

/** Selection in a list, by keyboard and by mouse. Rows that have left the list are no longer selected. */
export function useSelection(rows: readonly { readonly id: string }[]): Selection {
  const [place, setAt] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const at = Math.min(place, Math.max(0, rows.length - 1));
  const ids = useMemo(() => new Set(rows.map(({ id }) => id).filter((id) => chosen.has(id))), [rows, chosen]);
  return {
    at,
    ids,
    go: (wanted, stretch = false) => {
      const next = Math.max(0, Math.min(rows.length - 1, wanted));
      setAt(next);
      if (!stretch) return;
      const between = rows.slice(Math.min(at, next), Math.max(at, next) + 1);
      setChosen((before) => new Set([...before, ...between.map(({ id }) => id)]));
    },
    toggle: (id) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    clear: () => setChosen(new Set()),
  };
}
