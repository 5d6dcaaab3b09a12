import type { ChannelName } from './channel.js';
import type { Contact } from './deliver.js';

/** Stands where a survey's link will be, and where it was. */
export const LINK_PLACEHOLDER = '/s/********';

/**
 * `13812341234` → `138****1234`, as mobile numbers of mainland China are masked everywhere; of any other number the last
 * four digits stay, and never more than half of it: `87654321` → `****4321`, `10086` → `****86`.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, '');
  const head = /^1\d{10}$/.test(digits) ? digits.slice(0, 3) : '';
  const shown = Math.min(4, Math.floor(digits.length / 2));
  return `${head}****${digits.slice(digits.length - shown)}`;
}

/** `alice@example.com` → `a***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  const [first = ''] = email;
  return `${first}***${email.slice(at)}`;
}

/** Who a message went to, as it is stored: the source's name, or an address that tells nothing to those who do not know it. */
export function recipientOf(channel: ChannelName, contact: Pick<Contact, 'source' | 'email' | 'phone'>): string | null {
  switch (channel) {
    case 'webhook':
      return contact.source;
    case 'email':
      return contact.email === null ? null : maskEmail(contact.email);
    case 'log':
      if (contact.phone !== null) return maskPhone(contact.phone);
      return contact.email === null ? null : maskEmail(contact.email);
  }
}

/** The stored text with the real link in it. */
export function withLink(body: string, link: string): string {
  return body.replaceAll(LINK_PLACEHOLDER, () => link);
}

/** `https://example.com/s/abc` → `https://example.com/s/********`. */
export function maskLink(link: string): string {
  return link.replace(/\/s\/[^/?#\s]+/, LINK_PLACEHOLDER);
}
