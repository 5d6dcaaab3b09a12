import { createHmac } from 'node:crypto';
import type { WholeAnswer } from '@huiyin/outgoing';
import type { NoticeKind } from './notice.js';
import type { NoticeMessage } from './wording.js';

/** A robot of a group chat. */
export type RobotKind = Exclude<NoticeKind, 'email'>;

/** How a try ended. `sent`: taken. `retry`: perhaps later. `gone`, `refused`: not before a person has changed something. */
export interface NoticeVerdict {
  readonly verdict: 'sent' | 'retry' | 'gone' | 'refused';
  /** Of HTTP or SMTP; null when there was no answer. */
  readonly status: number | null;
  /** The `errcode` of a robot; null when it said none. */
  readonly code: number | null;
  /** For staff; null when it went well. Nothing of what was answered but numbers. */
  readonly error: string | null;
  /** How long the other side wants to be left alone. */
  readonly waitSeconds?: number;
}

/** Codes of a 200 that mean more than "try again": what a person has to do, or how long to wait. */
interface Meaning {
  readonly verdict: 'retry' | 'gone' | 'refused';
  readonly error: string;
  readonly waitSeconds?: number;
}

const WECOM_GONE: Meaning = { verdict: 'gone', error: 'The robot is not there any more, or the key in its address is wrong. Copy its address again.' }; // prettier-ignore
const DINGTALK_GONE: Meaning = { verdict: 'gone', error: 'The robot is not there any more, is switched off, or its token is wrong. Copy its address again.' }; // prettier-ignore
const DINGTALK_FULL: Meaning = { verdict: 'retry', error: 'Too many messages for this robot; it takes none for ten minutes.', waitSeconds: 600 }; // prettier-ignore

/** From the pages of both makers on robots; every other code is tried again. */
const MEANINGS: Readonly<Record<RobotKind, Readonly<Record<number, Meaning>>>> = {
  wecom: {
    45009: { verdict: 'retry', error: 'Too many messages for this robot within a minute.', waitSeconds: 60 },
    93000: WECOM_GONE,
    93004: WECOM_GONE,
    93008: WECOM_GONE,
    40058: { verdict: 'refused', error: 'The robot does not take messages of this form.' },
  },
  dingtalk: {
    130101: DINGTALK_FULL,
    410100: DINGTALK_FULL,
    300001: DINGTALK_GONE,
    310000: { verdict: 'refused', error: 'The sign secret is wrong, or the robot asks for a keyword or an address that we do not have. Choose "sign" (加签) and set its secret.' }, // prettier-ignore
    400013: DINGTALK_GONE,
    400101: DINGTALK_GONE,
    400102: DINGTALK_GONE,
    400106: DINGTALK_GONE,
  },
};

/**
 * The address to call. DingTalk wants it signed: `timestamp` in milliseconds by the clock on the wall, `sign` =
 * base64(HMAC-SHA-256(secret, `<timestamp>\n<secret>`)).
 */
export function robotUrl(kind: RobotKind, address: string, secret: string | null, wallSeconds: number): string {
  if (kind !== 'dingtalk' || secret === null) return address;
  const timestamp = String(Math.floor(wallSeconds * 1_000));
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', sign);
  return url.href;
}

/** What is posted. */
export function robotBody(kind: RobotKind, { title, markdown }: NoticeMessage): string {
  if (kind === 'wecom') return JSON.stringify({ msgtype: 'markdown', markdown: { content: markdown } });
  return JSON.stringify({ msgtype: 'markdown', markdown: { title, text: markdown } });
}

/** Statuses after which only a person can help: the address leads to nothing. */
const GONE = [400, 404, 410];

/** What a robot's answer means: a 200 alone says nothing, its `errcode` does. */
export function verdictOf(kind: RobotKind, { status, retryAfterSeconds, body }: WholeAnswer): NoticeVerdict {
  const wish = retryAfterSeconds === undefined ? {} : { waitSeconds: retryAfterSeconds };
  const code = codeOf(body);
  const known = { status, code };
  if (GONE.includes(status))
    return { ...known, verdict: 'gone', error: `The address is of no robot (HTTP ${status}).` };
  if (status >= 300 && status < 400)
    return { ...known, ...wish, verdict: 'retry', error: `HTTP ${status}: redirects are not followed.` };
  if (status < 200 || status > 299) return { ...known, ...wish, verdict: 'retry', error: `The robot said HTTP ${status}.` }; // prettier-ignore
  if (code === null)
    return { ...known, verdict: 'retry', error: 'The answer is not that of a robot: it has no errcode.' };
  if (code === 0) return { ...known, verdict: 'sent', error: null };
  const meaning = MEANINGS[kind][code];
  if (!meaning) return { ...known, ...wish, verdict: 'retry', error: `The robot did not take it (errcode ${code}).` };
  return { ...known, ...meaning, error: `${meaning.error} (errcode ${code})` };
}

function codeOf(body: string): number | null {
  try {
    const { errcode } = JSON.parse(body) as { errcode?: unknown };
    return Number.isInteger(errcode) && Math.abs(errcode as number) < 2 ** 31 ? (errcode as number) : null;
  } catch {
    return null;
  }
}
