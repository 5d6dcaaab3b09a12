import type { Sql } from '@huiyin/database';

/** What actors are called: `person:7` → 李丽; those that are not there any more, and `system`, are left out. */
export async function namesOfActors(sql: Sql, actors: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ actor: string; name: string }>(
    `select 'person:' || id as actor, display_name as name from person where 'person:' || id = any($1::text[])
     union all select 'key:' || id, name from api_key where 'key:' || id = any($1::text[])`,
    [actors],
  );
  return new Map(rows.map(({ actor, name }) => [actor, name]));
}
