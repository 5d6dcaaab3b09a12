import type { FieldError } from '@huiyin/loop';
import type { Purpose } from '../channel.js';

/** The texts of one template. `html` and `sms` are optional: without them the mail is made from `body`, the SMS from the default. */
export interface TemplateText {
  readonly subject: string;
  readonly body: string;
  /** Goes into the frame of {@link mailOf}: a fragment without scripts and without anything fetched from elsewhere. */
  readonly html: string | null;
  readonly sms: string | null;
}

/** What stands for the placeholders of a message, by name. */
export type Values = Readonly<Record<string, string>>;

/** The placeholders of each purpose, and which of them every text of the message must hold. */
export const PLACEHOLDERS = {
  answer: { allowed: ['reference', 'reply', 'name'], needed: 'reply' },
  survey: { allowed: ['reference', 'link', 'name'], needed: 'link' },
} as const satisfies Record<Purpose, { allowed: readonly string[]; needed: string }>;

/** The longest a template may be, characters. */
export const LONGEST_TEMPLATE = { subject: 200, body: 10_000, html: 50_000, sms: 500 } as const;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
/** What would run, load from elsewhere or take the reader elsewhere than to our link. */
const UNWELCOME =
  /<\s*(script|img|link|iframe|object|embed|form|input|style|meta|base|svg|video|audio)\b|\bon\w+\s*=|\b(src|srcset|background)\s*=|url\s*\(|javascript:/i;

/** Puts values in place of placeholders, once: what a value holds is never read as a placeholder. */
export function render(text: string, values: Values): string {
  return text.replace(PLACEHOLDER, (_, name: string) => values[name.trim()] ?? '');
}

/** What is wrong with a template, field by field; nothing when it can be used. */
export function problemsOfTemplate(purpose: Purpose, text: TemplateText): FieldError[] {
  const given = Object.entries(text).filter((entry): entry is [keyof TemplateText, string] => entry[1] !== null);
  return given.flatMap(([field, value]) =>
    problemsOfText(purpose, field, value).map((message) => ({ field, message })),
  );
}

function problemsOfText(purpose: Purpose, field: keyof TemplateText, value: string): string[] {
  const { allowed, needed } = PLACEHOLDERS[purpose];
  const names = [...value.matchAll(PLACEHOLDER)].map(([, name = '']) => name.trim());
  const unknown = [...new Set(names.filter((name) => !(allowed as readonly string[]).includes(name)))];
  const problems = unknown.map(
    (name) =>
      `unknown placeholder {{${name.slice(0, 50)}}}; there are ${allowed.map((one) => `{{${one}}}`).join(', ')}`,
  );
  if (value.trim() === '') problems.push('must not be empty');
  if (value.length > LONGEST_TEMPLATE[field]) problems.push(`must be at most ${LONGEST_TEMPLATE[field]} characters`);
  if (field !== 'subject' && !names.includes(needed)) problems.push(`must hold {{${needed}}}`);
  if (field === 'subject' && /[\r\n]/.test(value)) problems.push('must be one line');
  if (field === 'subject' && names.some((name) => name !== 'reference' && name !== 'name'))
    problems.push('may hold {{reference}} and {{name}} only');
  if (field === 'html' && UNWELCOME.test(value))
    problems.push('must hold no scripts, forms, styles, pictures or anything that is fetched from elsewhere');
  return problems;
}

/** The texts of a message for one channel and reader, masked or not: `body` is what the customer reads. */
export interface Words {
  readonly subject: string;
  readonly body: string;
  readonly html: string | null;
}
