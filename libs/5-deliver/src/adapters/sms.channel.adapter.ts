import { NotPublicError, type OutgoingHttp, type WholeAnswer } from '@huiyin/outgoing';
import { Channel, type ChannelResult, type Message } from '../channel.js';
import { isMobileNumber } from '../deliver.js';

/** A gateway that takes SMS by HTTP. Fixed by the operator's settings: every gateway has its own JSON. */
export interface SmsGateway {
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  /** JSON whose texts may hold `{{phone}}`, `{{text}}`, `{{id}}` (of the delivery) and `{{reference}}`. */
  readonly body: unknown;
  /** Where the answer says how it went, `result.code`; empty: a status of 2xx is success. */
  readonly codePath: string;
  /** The values at `codePath` that are success. */
  readonly successCodes: readonly string[];
  /** The values that are final: the number or the text will never be taken. All others are tried again. */
  readonly rejectCodes: readonly string[];
  /** Where the answer holds the gateway's id of the message; empty: nowhere. */
  readonly idPath: string;
}

/**
 * SMS through any gateway that speaks HTTP and JSON. A gateway cannot tell a second copy for sure, so a try that ended after
 * the request had gone out and before it was answered is `unsure`.
 */
export class SmsChannel extends Channel {
  readonly name = 'sms';
  readonly repeatable = false;
  readonly keepsLink = false;
  readonly concurrency = 8;
  readonly batchSize = 32;
  readonly timeoutMs = 15_000;

  constructor(
    private readonly gateway: SmsGateway,
    private readonly http: OutgoingHttp,
  ) {
    super();
  }

  async send(message: Message, signal: AbortSignal): Promise<ChannelResult> {
    const { id, phone, body: text, reference } = message;
    if (!isMobileNumber(phone)) return { status: 'refused', reason: 'The customer has no mobile number any more.' };
    const { url, method, headers, body } = this.gateway;
    const filled = JSON.stringify(fill(body, { phone: plainNumber(phone), text: text.trim(), id, reference }));
    const all = { 'content-type': 'application/json; charset=utf-8', ...headers };
    try {
      return this.verdict(await this.http.exchange(url, { method, headers: all, body: filled }, signal));
    } catch (error) {
      return failure(error as NodeJS.ErrnoException);
    }
  }

  private verdict({ status, retryAfterSeconds, body }: WholeAnswer): ChannelResult {
    const wish = retryAfterSeconds === undefined ? {} : { afterSeconds: retryAfterSeconds };
    const { codePath, successCodes, rejectCodes, idPath } = this.gateway;
    const answer = readJson(body);
    const code = codePath === '' ? null : scalarAt(answer, codePath);
    // Some gateways say what is wrong with a status beside 200, and all say it better than by the status.
    if (code !== null && rejectCodes.includes(code))
      return { status: 'refused', reason: `The SMS gateway refused it for good (code ${shown(code)}).` };
    if (status < 200 || status > 299)
      return { status: 'retry', reason: `The SMS gateway said HTTP ${status}.`, ...wish };
    if (codePath !== '' && (code === null || !successCodes.includes(code)))
      return { status: 'retry', reason: `The SMS gateway did not take it (code ${shown(code ?? 'none')}).`, ...wish };
    const messageId = idPath === '' ? null : scalarAt(answer, idPath);
    return { status: 'sent', proof: messageId === null ? `HTTP ${status}` : `HTTP ${status} id ${shown(messageId)}` };
  }
}

/** Stands in while no gateway is set: what was meant for it goes to the next channel. */
export class NoSmsChannel extends Channel {
  readonly name = 'sms';
  readonly repeatable = false;
  readonly keepsLink = false;
  readonly concurrency = 100;
  readonly batchSize = 100;
  readonly timeoutMs = 1_000;

  async send(): Promise<ChannelResult> {
    return { status: 'refused', reason: 'No SMS gateway is set (HUIYIN_SMS_URL).' };
  }
}

/** Not reached: not sent. Cut off or hung up on: nobody knows. */
function failure(error: NodeJS.ErrnoException): ChannelResult {
  const { code, name } = error;
  if (error instanceof NotPublicError) return { status: 'retry', reason: error.message };
  const before = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
  if (code !== undefined && before.includes(code))
    return { status: 'retry', reason: `The SMS gateway was not reached (${code}).` };
  const how = name === 'AbortError' ? 'did not answer in time' : `hung up (${code ?? 'error'})`;
  return { status: 'unsure', reason: `The SMS gateway ${how}.` };
}

function plainNumber(phone: string): string {
  return phone.normalize('NFKC').replace(/[\s().-]/g, '').replace(/^(\+86|0086|86|0)(?=1[3-9]\d{9}$)/, ''); // prettier-ignore
}

/** The template with values for placeholders; a value stays inside the text it stands in, whatever it holds. */
function fill(template: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string')
    return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  if (Array.isArray(template)) return template.map((one) => fill(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, one]) => [name, fill(one, values)]));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `data.0.id` → the text, number or truth value there; null for anything else. */
function scalarAt(value: unknown, path: string): string | null {
  let found = value;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return null;
    found = (found as Record<string, unknown>)[name];
  }
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : null;
}

/** Only what looks like a code or an id: an answer may repeat the number or the text. */
function shown(value: string): string {
  return /^[\w.:-]{1,64}$/.test(value) && !/^\+?\d{11,13}$/.test(value) ? value : '…';
}
