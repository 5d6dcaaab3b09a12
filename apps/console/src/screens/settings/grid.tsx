import type { ReactNode } from 'react';
import { Bones, Trouble } from '../../parts/states';

/** A column of a list. */
export interface Column<R> {
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** Takes what room is left, and breaks its lines. */
  readonly wide?: boolean;
  /** Numbers stand at the right. */
  readonly figures?: boolean;
}

interface GridProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string | number;
  /** A sentence for those who cannot see that a row is off. */
  readonly dimmed?: (row: R) => boolean;
}

/** A list as a table; it scrolls within itself where the screen is too narrow. */
export function Grid<R>({ label, columns, rows, keyOf, dimmed }: GridProps<R>) {
  return (
    <div className="grid-box" role="region" aria-label={label} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            {columns.map(({ title, figures }) => (
              <th key={title} scope="col" className={figures ? 'grid-figures' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={dimmed?.(row) ? 'grid-dimmed' : undefined}>
              {columns.map(({ title, cell, wide, figures }) => (
                <td key={title} className={wide ? 'grid-wide' : figures ? 'grid-figures' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What was asked for: bones until it is there, what went wrong, or the thing itself. */
export function Answered<T>({
  of,
  rows = 6,
  children,
}: {
  of: Asked<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Trouble error={of.error} onRetry={() => void of.refetch()} />;
  return <Bones rows={rows} />;
}
