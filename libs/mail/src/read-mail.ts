import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { createHash } from 'node:crypto';

/** A mail as far as we need it. What it says of its sender is what anybody may write. */
export interface InMail {
  /** 32 bytes: the same mail has the same key, through whichever door it comes and however often. */
  readonly key: Buffer;
  /** In small letters; empty when there is none. */
  readonly from: string;
  readonly fromName: string;
  /** Every address it went to, in small letters. */
  readonly to: readonly string[];
  /** What it answers: the ids of In-Reply-To and References, the latest first. */
  readonly answers: readonly string[];
  readonly subject: string;
  /** All of its words, quoted ones too. */
  readonly text: string;
  readonly attachments: number;
  /** Why it counts as written by a machine; null when a person may have written it. */
  readonly automatic: string | null;
  /** What it reports of a mail that was not delivered; null when it is no such report. */
  readonly report: Report | null;
}

/** A report that a mail was not delivered. */
export interface Report {
  /** True when it never will be; false for "still trying". */
  readonly permanent: boolean;
  /** RFC 3463, `5.1.1`; empty when it says none. */
  readonly status: string;
  /** Message-IDs that the report names. */
  readonly messageIds: readonly string[];
}

/** Of a text so much is read; the rest is cut off. */
const LONGEST_TEXT = 50_000;
const MAX_HTML = 500_000;
const OPTIONS = { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true, keepCidLinks: true, maxHtmlLengthToParse: MAX_HTML } as const; // prettier-ignore

/**
 * Reads a mail as it came (RFC 5322, in any character set that mailparser knows, GB18030 and GBK among them).
 * @throws {Error} when it cannot be read at all
 */
export async function readMail(raw: Buffer): Promise<InMail> {
  const mail = await simpleParser(raw, OPTIONS);
  const [sender] = addressesOf(mail.from);
  const text = wellFormed(await wordsOf(mail)).slice(0, LONGEST_TEXT);
  const from = sender?.address.toLowerCase() ?? '';
  const report = reportOf(mail, raw, from);
  return {
    key: keyOf(mail, raw, from, text),
    from,
    fromName: wellFormed(sender?.name ?? '')
      .trim()
      .slice(0, 200),
    to: recipientsOf(mail),
    answers: answered(mail),
    subject: wellFormed(mail.subject ?? '').trim().slice(0, 500), // prettier-ignore
    text,
    attachments: mail.attachments.filter(({ related }) => !related).length,
    automatic: automaticOf(mail, from),
    report,
  };
}

/** mailparser makes text of HTML only where the mail is nothing but HTML: beside a file it has to be asked again. */
async function wordsOf({ text, html }: ParsedMail): Promise<string> {
  if (text?.trim() || !html) return text ?? '';
  const encoded = Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n');
  const head = 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  return (await simpleParser(`${head}${encoded}\r\n`, OPTIONS)).text ?? '';
}

/** Through two doors the same mail has other Received lines: only what its writer has made counts. */
function keyOf(mail: ParsedMail, raw: Buffer, from: string, text: string): Buffer {
  const hash = createHash('sha256');
  if (!mail.messageId) return hash.update(raw).digest();
  return hash.update(JSON.stringify([mail.messageId, from, mail.subject ?? '', text])).digest();
}

function addressesOf(given: AddressObject | AddressObject[] | undefined): { address: string; name: string }[] {
  return [given ?? []].flat().flatMap(({ value }) =>
    value.flatMap((one) => [one, ...(one.group ?? [])]).flatMap(({ address, name }) => (address ? [{ address, name }] : [])),
  ); // prettier-ignore
}

const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'];

function recipientsOf(mail: ParsedMail): string[] {
  const delivered = DELIVERED_TO.flatMap((name) => [mail.headers.get(name) ?? []].flat()).map((value) =>
    typeof value === 'string' ? value : ((value as { text?: string }).text ?? ''),
  );
  const written = [...addressesOf(mail.to), ...addressesOf(mail.cc), ...addressesOf(mail.bcc)];
  return [...written.map(({ address }) => address), ...delivered].map((address) => address.trim().toLowerCase());
}

function answered({ inReplyTo, references }: ParsedMail): string[] {
  const ids = [inReplyTo ?? '', ...[references ?? []].flat().reverse()].flatMap(
    (part) => part.match(/<[^<>\s]+>/g) ?? [],
  );
  return [...new Set(ids.map((id) => id.slice(1, -1)))].slice(0, 50);
}

function headerText(mail: ParsedMail, name: string): string {
  const value = mail.headers.get(name);
  if (typeof value === 'string') return value;
  return value && typeof value === 'object' && 'value' in value && typeof value.value === 'string' ? value.value : '';
}

const MACHINES = /^(mailer-daemon|postmaster|no-?reply|noreply|do-?not-?reply|bounces?)([+=.-][^@]*)?@/i;

/** RFC 3834 and what came before it. */
function automaticOf(mail: ParsedMail, from: string): string | null {
  const submitted = headerText(mail, 'auto-submitted').toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return 'Auto-Submitted';
  if (/^(bulk|list|junk|auto_?reply)/i.test(headerText(mail, 'precedence'))) return 'Precedence';
  if (mail.headers.has('x-auto-response-suppress')) return 'X-Auto-Response-Suppress';
  if (['x-autoreply', 'x-autorespond', 'x-autogenerated'].some((name) => mail.headers.has(name))) return 'X-Autoreply';
  if (mail.headers.has('list') || mail.headers.has('list-id')) return 'List-Id';
  if (/^\s*<\s*>\s*$/.test(returnPath(mail))) return 'Return-Path';
  if (from === '') return 'From';
  return MACHINES.test(from) ? 'From' : null;
}

function returnPath(mail: ParsedMail): string {
  return mail.headerLines.find(({ key }) => key === 'return-path')?.line.replace(/^return-path:/i, '') ?? '';
}

/** Beyond so many bytes a report has only the old mail's own text. */
const REPORT_BYTES = 200_000;

/** RFC 3464, and the reports of servers that only write a letter: from the postmaster, with our Message-ID and a 5xx in it. */
function reportOf(mail: ParsedMail, raw: Buffer, from: string): Report | null {
  const type = mail.headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  const formal =
    type?.value === 'multipart/report' && type.params?.['report-type']?.toLowerCase() !== 'disposition-notification';
  const letter = /^(mailer-daemon|postmaster)@/.test(from) || /^\s*<\s*>\s*$/.test(returnPath(mail));
  if (!formal && !letter) return null;
  const source = raw.subarray(0, REPORT_BYTES).toString('latin1');
  const words = `${source}\n${mail.text ?? ''}`;
  const messageIds = [...words.matchAll(/<([^<>\s@]{1,100}@[^<>\s]{1,200})>/g)].map(([, id = '']) => id);
  const action = /^action:\s*(\w+)/im.exec(source)?.[1]?.toLowerCase();
  const status =
    /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(source)?.[1] ?? /\b5\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? '';
  const refused = /\b55\d\b/.test(words);
  const permanent =
    action === undefined ? status.startsWith('5') || refused : action === 'failed' && !status.startsWith('4');
  return { permanent, status, messageIds: [...new Set(messageIds)].slice(0, 100) };
}

/** Postgres takes no NUL, and JSON no half characters. */
function wellFormed(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
