import type { Database, Sql } from '@huiyin/database';
import { CodedError, type CustomerLanguage } from '@huiyin/loop';
import { maskTexts, type Vault } from '@huiyin/privacy';
import { PURPOSES } from '../channel.js';
import { compose, type Content } from '../compose.js';
import { loadAnswers } from '../deliver.store.js';
import { mailOf } from '../mail-body.js';
import { smsLength, type SmsLength } from '../sms.js';
import { DEFAULT_TEMPLATES } from './defaults.data.js';
import { problemsOfTemplate, type TemplateText } from './template.js';
import { deleteTemplate, selectTemplates, templateFor, upsertTemplate, type Template, type TemplateName } from './templates.store.js'; // prettier-ignore

/** How a message would look. Personal data is masked; the survey's link and the way out are placeholders. */
export interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sms: SmsLength & { readonly text: string };
}

/** Writes what was changed to the audit, in the same transaction. */
export type TemplateChange = (tx: Sql, name: TemplateName, version: number | null) => Promise<void>;

const SAMPLE = {
  zh: {
    reference: 'HY-2026-000123',
    reply: '您反映的信号问题已处理，基站今天恢复。\n请重启手机后再试。',
    name: '王**',
  },
  en: {
    reference: 'HY-2026-000123',
    reply: 'The mast is repaired.\nPlease restart your phone and try again.',
    name: 'A**',
  },
} as const;
const NO_UNSUBSCRIBE_LINK = '/u/********';

/** The texts that customers receive: the defaults, and what the operator has written in place of them. */
export class Templates {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /** Every text that is in use: what was written, and the defaults that nothing stands in place of. */
  async list(): Promise<Template[]> {
    const written = await selectTemplates(this.db);
    const general = new Set(
      written.filter(({ kind }) => kind === '').map(({ purpose, language }) => purpose + language),
    );
    return [...standards().filter(({ purpose, language }) => !general.has(purpose + language)), ...written];
  }

  /** @throws {CodedError} `validation-failed`, which names each placeholder that is not known */
  async put(name: TemplateName, text: TemplateText, actor: string, record: TemplateChange): Promise<Template> {
    refuseBad(name, text);
    return this.db.transaction(async (tx) => {
      const template = await upsertTemplate(tx, name, text, actor);
      await record(tx, name, template.version);
      return template;
    });
  }

  /** The next more general text counts from now on. @throws {CodedError} `not-found` */
  async remove(name: TemplateName, record: TemplateChange): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await deleteTemplate(tx, name)))
        throw new CodedError(
          'not-found',
          'Nobody has written this template. GET /api/v1/templates lists those in use.',
        );
      await record(tx, name, null);
    });
  }

  /**
   * How a message would look, of a sample or of an item whose customer has been answered.
   * @param text to be tried instead of the one in use
   * @throws {CodedError} `not-found`, `validation-failed`
   */
  async preview(name: TemplateName, text: TemplateText | null, feedbackId: string | null): Promise<Preview> {
    if (text) refuseBad(name, text);
    const { purpose, kind, language } = name;
    const inUse = templateFor(await selectTemplates(this.db), { purpose, kind, language });
    const template = text ? { ...text, sms: text.sms ?? inUse.sms } : inUse;
    const { reference, reply } = feedbackId === null ? SAMPLE[language] : await this.contentOf(feedbackId);
    const content: Content = { ...(purpose === 'answer' ? { purpose, reference, reply } : { purpose, reference }), name: SAMPLE[language].name }; // prettier-ignore
    const words = compose(content, template, { language, channel: 'email' });
    const sms = compose(content, template, { language, channel: 'sms' }).body;
    const link = purpose === 'survey' ? '/s/********' : null;
    const mail = mailOf({ ...words, link, language }, purpose === 'survey' ? NO_UNSUBSCRIBE_LINK : null);
    return { subject: words.subject, text: mail.text, html: mail.html, sms: { text: sms, ...smsLength(sms) } };
  }

  /** Masked: who edits texts need not see who is written to. */
  private async contentOf(feedbackId: string): Promise<{ reference: string; reply: string }> {
    const [item] = await this.db.query<{ reference: string; cycle: number }>(
      `select reference(w.number, w.received_at) as reference, f.cycle from feedback f
       join feedback_words w on w.feedback_id = f.id where f.id = $1`,
      [feedbackId],
    );
    if (!item) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
    const answers = await this.db.transaction((tx) =>
      loadAnswers(tx, this.vault, [{ id: feedbackId, cycle: item.cycle }]),
    );
    const reply = answers.get(feedbackId)?.reply ?? '';
    return { reference: item.reference, reply: maskTexts({ reply }).masked.reply ?? '' };
  }
}

function standards(): Template[] {
  const languages: readonly CustomerLanguage[] = ['zh', 'en'];
  return PURPOSES.flatMap((purpose) =>
    languages.map((language) => {
      const name = { purpose, kind: '', language } as const;
      return { ...name, ...DEFAULT_TEMPLATES[purpose][language], version: 0, changedBy: null, changedAt: null };
    }),
  );
}

function refuseBad({ purpose }: TemplateName, text: TemplateText): void {
  const problems = problemsOfTemplate(purpose, text);
  if (problems.length === 0) return;
  const named = problems.map(({ field, message }) => `${field} ${message}`).join('; ');
  throw new CodedError('validation-failed', `Correct and send again. ${named}`, problems);
}
