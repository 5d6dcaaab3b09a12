import type { Database } from '@huiyin/database';
import { customerLanguage, type CustomerLanguage } from '@huiyin/loop';
import type { Vault } from '@huiyin/privacy';
import { compose } from './compose.js';
import type { ChannelSettings, Contact } from './deliver.js';
import { loadContacts } from './deliver.store.js';
import type { MailTokens } from './mail-tokens.js';
import { reachOf, type Reach, type SampleMessage } from './reach.js';
import { selectTemplates, templateFor } from './templates/templates.store.js';

/** An item whose customer would be told. */
export interface ToTell {
  readonly id: string;
  readonly cycle: number;
  /** As the analysis names it. */
  readonly language: string | null;
  readonly kind: string | null;
}

/** Addresses are opened in such portions, and of so many items at most: a preview is no more than that. */
const AT_ONCE = 1_000;
const LOOKED_AT_MOST = 5_000;
const SAMPLE_REFERENCE = 'HY-2026-000123';

/** Before an answer goes to many: how many customers would be told, through what, and what they would read. Sends and stores nothing. */
export class AnswerPreview {
  constructor(
    private readonly db: Database,
    private readonly settings: ChannelSettings,
    private readonly parts: { readonly vault: Vault; readonly tokens: MailTokens },
  ) {}

  /** How these customers would be reached. */
  async reach(items: readonly ToTell[]): Promise<Reach> {
    const looked = items.slice(0, LOOKED_AT_MOST);
    const contacts: (Contact | null)[] = [];
    for (let from = 0; from < looked.length; from += AT_ONCE) {
      const portion = looked.slice(from, from + AT_ONCE);
      const messages = portion.map(({ id, cycle, language }) => {
        return { feedbackId: id, cycle, purpose: 'answer' as const, language };
      });
      const found = await loadContacts(this.db, this.parts, messages);
      contacts.push(...portion.map(({ id }) => found.get(id) ?? null));
    }
    return { affected: items.length, looked: looked.length, ...reachOf(contacts, this.settings) };
  }

  /** The message in both languages, with the template of the kind that most items have. */
  async samples(items: readonly ToTell[], reply: string): Promise<SampleMessage[]> {
    const written = await selectTemplates(this.db);
    return (['zh', 'en'] as const).map((language) => {
      const mine = items.filter((item) => customerLanguage(item.language) === language);
      const template = templateFor(written, { purpose: 'answer', kind: commonest(mine), language });
      return { language, items: mine.length, ...this.rendered(reply, template, language) };
    });
  }

  private rendered(reply: string, template: ReturnType<typeof templateFor>, language: CustomerLanguage) {
    const content = { purpose: 'answer', reference: SAMPLE_REFERENCE, reply } as const;
    const mail = compose(content, template, { language, channel: 'email' });
    const sms = this.settings.sms ? compose(content, template, { language, channel: 'sms' }).body : null;
    return { subject: mail.subject, text: mail.body, sms };
  }
}

function commonest(items: readonly ToTell[]): string | null {
  const counts = new Map<string, number>();
  for (const { kind } of items) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
