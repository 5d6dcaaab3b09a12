import type { Sql } from '@huiyin/database';
import type { CustomerLanguage, Kind } from '@huiyin/loop';
import type { Purpose } from '../channel.js';
import { DEFAULT_TEMPLATES } from './defaults.data.js';
import type { TemplateText } from './template.js';

/** Which template: of a purpose, for one kind or (`''`) for all, in a language. */
export interface TemplateName {
  readonly purpose: Purpose;
  readonly kind: Kind | '';
  readonly language: CustomerLanguage;
}

/** A template as it is shown. `version` 0 is the default, which nobody has changed. */
export interface Template extends TemplateName, TemplateText {
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

const COLUMNS = `purpose, kind, language, subject, body, html, sms, version, changed_by as "changedBy", changed_at as "changedAt"`;

/** What the operator has written. */
export function selectTemplates(sql: Sql): Promise<Template[]> {
  return sql.query<Template>(`select ${COLUMNS} from message_template order by purpose, kind, language`);
}

/** Writes a template. @returns it as it is now */
export async function upsertTemplate(
  tx: Sql,
  { purpose, kind, language }: TemplateName,
  { subject, body, html, sms }: TemplateText,
  actor: string,
): Promise<Template> {
  const [row] = await tx.query<Template>(
    `insert into message_template as t (purpose, kind, language, subject, body, html, sms, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (purpose, kind, language) do update set subject = excluded.subject, body = excluded.body, html = excluded.html,
       sms = excluded.sms, version = t.version + 1, changed_by = excluded.changed_by, changed_at = loop_now()
     returning ${COLUMNS}`,
    [purpose, kind, language, subject, body, html, sms, actor],
  );
  return row as Template;
}

/** Removes a template, so that the next more general one counts. Answers false when there was none. */
export async function deleteTemplate(tx: Sql, { purpose, kind, language }: TemplateName): Promise<boolean> {
  const rows = await tx.query(
    'delete from message_template where purpose = $1 and kind = $2 and language = $3 returning purpose',
    [purpose, kind, language],
  );
  return rows.length === 1;
}

/** The text for a message: the one of its kind, else the general one, else the default. */
export function templateFor(
  written: readonly Template[],
  { purpose, kind, language }: { purpose: Purpose; kind: string | null; language: CustomerLanguage },
): TemplateText & { readonly sms: string } {
  const fits = (wanted: string) =>
    written.find((one) => one.purpose === purpose && one.language === language && one.kind === wanted);
  const standard = DEFAULT_TEMPLATES[purpose][language];
  const found = (kind ? fits(kind) : undefined) ?? fits('') ?? standard;
  return { ...found, sms: found.sms ?? fits('')?.sms ?? standard.sms };
}
