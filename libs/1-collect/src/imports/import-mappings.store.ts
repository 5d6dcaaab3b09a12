import type { Sql } from '@huiyin/database';
import type { StoredMapping } from './import-job.js';

/** How the files of a source are read, and who said so. */
export interface SourceMapping {
  readonly source: string;
  readonly mapping: StoredMapping;
  readonly changedBy: string;
  readonly changedAt: string;
}

/** The mapping that is remembered for a source. */
export async function findMapping(sql: Sql, source: string): Promise<SourceMapping | undefined> {
  const [row] = await sql.query<SourceMapping>(
    'select source, mapping, changed_by as "changedBy", changed_at as "changedAt" from import_mapping where source = $1',
    [source],
  );
  return row;
}

/** A mapping to be remembered. */
export interface MappingToKeep extends Omit<SourceMapping, 'changedAt'> {
  /** True for who may change what others have made; everybody may begin, and change their own. */
  readonly ofOthers: boolean;
}

/** Remembers a mapping for the next file of a source. @returns undefined when it is another's */
export async function keepMapping(
  sql: Sql,
  { source, mapping, changedBy, ofOthers }: MappingToKeep,
): Promise<SourceMapping | undefined> {
  const [row] = await sql.query<SourceMapping>(
    `insert into import_mapping (source, mapping, changed_by) values ($1, $2, $3)
     on conflict (source) do update set mapping = excluded.mapping, changed_at = loop_now(),
       changed_by = case when import_mapping.mapping = excluded.mapping then import_mapping.changed_by else excluded.changed_by end
       where $4 or import_mapping.changed_by = excluded.changed_by
     returning source, mapping, changed_by as "changedBy", changed_at as "changedAt"`,
    [source, JSON.stringify(mapping), changedBy, ofOthers],
  );
  return row;
}
