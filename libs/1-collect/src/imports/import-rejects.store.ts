import type { Sql } from '@huiyin/database';
import type { FileKey } from './file-key.js';
import type { Cells } from './row.js';

/** A row that was not taken. */
export interface Reject {
  /** Its place among the rows of the file, from 1. */
  readonly position: number;
  /** The line of the file, or the row of the spreadsheet. */
  readonly line: number;
  readonly reason: string;
  readonly cells: Cells;
}

const PAGE = 500;

/** Keeps rows that were not taken, sealed with the key of their file. */
export async function keepRejects(tx: Sql, id: string, key: FileKey, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  const sealed = rejects.map(({ position, reason, cells }) =>
    key.seal(Buffer.from(JSON.stringify({ reason, cells })), place(position)),
  );
  await tx.query(
    `insert into import_reject (import_id, position, line, sealed)
     select $1, p, l, s from unnest($2::bigint[], $3::bigint[], $4::bytea[]) as r(p, l, s)`,
    [id, rejects.map(({ position }) => position), rejects.map(({ line }) => line), sealed],
  );
}

/** The rows of an import that were not taken, in the order of the file, some at a time. */
export async function* readRejects(sql: Sql, id: string, key: FileKey): AsyncGenerator<readonly Reject[]> {
  for (let after = 0; ;) {
    const rows = await sql.query<{ position: number; line: number; sealed: Buffer }>(
      'select position, line, sealed from import_reject where import_id = $1 and position > $2 order by position limit $3',
      [id, after, PAGE],
    );
    if (rows.length === 0) return;
    yield rows.map(({ position, line, sealed }) => {
      const opened = key.open(sealed, place(position)).toString();
      return { position, line, ...(JSON.parse(opened) as Pick<Reject, 'reason' | 'cells'>) };
    });
    after = rows.at(-1)?.position ?? after;
  }
}

function place(position: number): string {
  return `import_reject ${position}`;
}
