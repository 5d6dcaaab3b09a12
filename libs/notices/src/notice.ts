import type { Stage } from '@huiyin/loop';
import type { Both, NoticeEvent } from './catalogue.js';

/** Ways in which staff are told. */
export const NOTICE_KINDS = ['wecom', 'dingtalk', 'email'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Languages of notices. */
export const NOTICE_LANGUAGES = ['zh', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** Why a channel is off: a person wanted it · the robot or address is no more · it refuses what we send · it has failed for days. */
export const NOTICE_OFF_REASONS = ['person', 'gone', 'refused', 'failing'] as const;
export type NoticeOff = (typeof NOTICE_OFF_REASONS)[number];

/** What is known of what a notice is about: never a customer's words, name, number or address. */
export interface NoticeFacts {
  readonly reference?: string;
  readonly kind?: string | null;
  /** Code, `network.coverage`. */
  readonly category?: string | null;
  readonly unit?: Both | null;
  /** ISO 8601; of an item that is overdue. */
  readonly limitAt?: string | null;
  /** Of an item that is parked: where, and the code of the error. */
  readonly stage?: Stage;
  readonly code?: string;
  /** Of a hot issue: its cluster's name (made of masked texts), where, how many. */
  readonly cluster?: { readonly id: string; readonly name: string } | null;
  readonly region?: string | null;
  readonly windowHours?: number;
  readonly seen?: number;
  readonly expected?: number;
  /** Of a webhook or channel that was switched off: what its maker calls it, and why. */
  readonly named?: string;
  readonly reason?: string;
}

/** Something that staff are told. */
export interface Notice {
  readonly event: NoticeEvent;
  readonly facts: NoticeFacts;
}

/** How often, and how much, a way of telling takes. */
export interface NoticeLimit {
  /** Messages within a minute that one robot or address is ever sent, by all processes together. */
  readonly perMinute: number;
  /** Seconds between two messages of one channel: what happens meanwhile goes into one. */
  readonly spacing: number;
  /** Most bytes of one text, UTF-8. */
  readonly bytes: number;
}

/**
 * WeCom: 20 messages a minute, Markdown of up to 4,096 bytes (developer.work.weixin.qq.com/document/path/91770). DingTalk: 20
 * messages a minute, else it takes none for ten minutes (open.dingtalk.com, custom robots); bodies of 20,000 bytes.
 */
export const NOTICE_LIMITS: Readonly<Record<NoticeKind, NoticeLimit>> = {
  wecom: { perMinute: 20, spacing: 10, bytes: 4_096 },
  dingtalk: { perMinute: 20, spacing: 10, bytes: 4_096 },
  email: { perMinute: 6, spacing: 60, bytes: 16_384 },
};

/** A try takes up to so long, so a minute at the robot may hold what was sent within a minute and this, seconds. */
export const TRY_SECONDS = 10;
