import { maskEmail, maskPhone } from '@huiyin/privacy';
import type { ChannelName } from './channel.js';
import type { Contact } from './deliver.js';

/** Stands where a survey's link will be, and where it was. */
export const LINK_PLACEHOLDER = '/s/********';

/** Who a message went to, as it is stored: the source's name, or an address that tells nothing to those who do not know it. */
export function recipientOf(channel: ChannelName, contact: Pick<Contact, 'source' | 'email' | 'phone'>): string | null {
  switch (channel) {
    case 'webhook':
      return contact.source;
    case 'email':
      return contact.email === null ? null : maskEmail(contact.email);
    case 'sms':
      return contact.phone === null ? null : maskPhone(contact.phone);
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
