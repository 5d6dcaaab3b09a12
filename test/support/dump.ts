import type { Database } from '@huiyin/database';

/**
 * The whole database as text, a line a row, as a dump of it would show it: every table of the application, bytes as hexadecimal.
 */
export async function dumpOf(db: Database): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query<{ line: string }>(`select to_jsonb(t)::text as line from "${name}" t`);
    parts.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return parts.join('\n');
}

/** The lines of a dump in which any of `needles` stands, also with its digits apart or in base64 or hexadecimal. */
export function found(dump: string, needles: readonly string[]): string[] {
  const forms = needles.flatMap((needle) => [
    needle,
    Buffer.from(needle).toString('hex'),
    Buffer.from(needle).toString('base64').replace(/=+$/, ''),
  ]);
  return dump.split('\n').filter((line) => forms.some((form) => line.toLowerCase().includes(form.toLowerCase())));
}
