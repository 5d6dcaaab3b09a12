import type { CustomerLanguage } from '@huiyin/loop';
import type { ChannelName } from './channel.js';
import { nextChannel, type ChannelSettings, type Contact } from './deliver.js';

/** How many customers are told through one channel. */
export interface ChannelCount {
  readonly channel: ChannelName;
  readonly items: number;
}

/** Who would be told of an answer, and through what. */
export interface Reach {
  /** Items that it is for. */
  readonly affected: number;
  /** Of so many of them it was looked up how their customers are reached: all, or the latest where there are very many. */
  readonly looked: number;
  /** Channels with somebody to tell, in the operator's order. */
  readonly channels: readonly ChannelCount[];
  /** Items whose customer no channel reaches: a person is asked what to do. */
  readonly unreachable: number;
}

/** A message as a customer of one language would read it. */
export interface SampleMessage {
  readonly language: CustomerLanguage;
  /** Items whose customers are written to in this language. */
  readonly items: number;
  readonly subject: string;
  readonly text: string;
  /** The same as an SMS; null where none would be sent. */
  readonly sms: string | null;
}

/** Counts the first channel of each; `null` is for items of which nothing is known. */
export function reachOf(
  contacts: readonly (Contact | null)[],
  settings: ChannelSettings,
): Pick<Reach, 'channels' | 'unreachable'> {
  const counts = new Map<ChannelName | null, number>();
  for (const contact of contacts) {
    const channel = contact && nextChannel(contact, settings);
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  const channels = settings.order.flatMap((channel) => {
    const items = counts.get(channel) ?? 0;
    return items === 0 ? [] : [{ channel, items }];
  });
  return { channels, unreachable: counts.get(null) ?? 0 };
}
