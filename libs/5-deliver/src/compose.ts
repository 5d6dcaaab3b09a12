import type { CustomerLanguage } from '@huiyin/loop';
import type { ChannelName } from './channel.js';
import { LINK_PLACEHOLDER } from './masking.js';
import { escapeHtml, linesAsHtml } from './templates/html.js';
import { render, type TemplateText, type Values, type Words } from './templates/template.js';

/** What a message to a customer says. */
export type Content = (
  | { readonly purpose: 'answer'; readonly reference: string; readonly reply: string }
  | { readonly purpose: 'survey'; readonly reference: string }
) & { readonly name?: string | null };

/** How somebody is addressed of whom no name is known. */
const NOBODY = { zh: '客户', en: 'customer' } as const;

/**
 * Writes the message as its channel needs it: as an SMS, or as a mail (which is also what a webhook and the log carry). A
 * survey holds `LINK_PLACEHOLDER` where the link will be. What a person wrote is escaped in HTML and cannot become a placeholder.
 */
export function compose(
  content: Content,
  template: TemplateText & { readonly sms: string },
  { language, channel }: { readonly language: CustomerLanguage; readonly channel: ChannelName },
): Words {
  const name = content.name?.trim() || NOBODY[language];
  const reply = content.purpose === 'answer' ? content.reply.trim() : '';
  const values: Values = { reference: content.reference, name, link: LINK_PLACEHOLDER, reply };
  const subject = render(template.subject, values).replace(/[\r\n]+/g, ' ');
  if (channel === 'sms') return { subject, body: render(template.sms, values), html: null };
  const body = render(template.body, { ...values, reply: quote(reply) });
  return { subject, body, html: template.html === null ? null : render(template.html, asHtml(values)) };
}

function asHtml(values: Values): Values {
  return { ...mapValues(values, escapeHtml), reply: linesAsHtml(values['reply'] ?? '') };
}

function mapValues(values: Values, change: (value: string) => string): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function quote(reply: string): string {
  return reply
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
