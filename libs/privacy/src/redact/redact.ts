import { maskEmail, maskName, maskNumber, maskPhone } from './masks.js';
import { PATTERNS, type FindingKind } from './patterns.js';
import { shadowOf, type Shadow } from './shadow.js';

/** Something that tells who somebody is or how to reach them, and where it stands in the text (UTF-16 units). */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
}

/** A text in which everything found is masked. */
export interface Redacted {
  readonly text: string;
  /** In the order of the text; they never overlap. */
  readonly findings: readonly Finding[];
}

/** Texts without either cannot hold any number or address: most of them, so nothing else is done with those. */
const MAY_HOLD = /[@＠﹫]|(?:[\p{N}〇零洞幺壹贰貳两兩叁參肆伍陆陸柒拐捌玖勾一二三四五六七八九][^\p{L}\p{N}]{0,8}){7}/u;
/** Shorter names are any word. */
const SHORTEST_NAME = 2;
const NOTHING: readonly Finding[] = [];

/**
 * Finds Chinese mobile numbers (in any spelling: +86, blanks, dashes, full width, Han digits), landlines, identity numbers, bank
 * cards, IMSI, ICCID, IMEI (with their check digits, where they have some) and e-mail addresses, and masks them:
 * `请回电１３８-１２３４-１２３４` → `请回电138****1234`. Rather precise than greedy: order numbers, prices and dates stay.
 * Linear in the length of the text.
 * @param names what the customer is called, as far as it is known: masked where it stands
 */
export function redact(text: string, names: readonly string[] = []): Redacted {
  const known = names.filter((name) => name.length >= SHORTEST_NAME && text.includes(name));
  if (known.length === 0 && !MAY_HOLD.test(text)) return { text, findings: NOTHING };
  const shadow = shadowOf(text);
  const found = [...numbersIn(shadow), ...namesIn(text, known)];
  const kept: (Finding & { readonly bare: string })[] = [];
  for (const finding of found) {
    if (!kept.some(({ start, end }) => start < finding.end && finding.start < end)) kept.push(finding);
  }
  kept.sort((a, b) => a.start - b.start);
  return { text: masked(text, kept), findings: kept.map(({ kind, start, end }) => ({ kind, start, end })) };
}

function* namesIn(text: string, names: readonly string[]): Iterable<Finding & { bare: string }> {
  for (const name of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      const inWord = /\w/.test(name.charAt(0)) && /\w/.test(text.charAt(start - 1) + text.charAt(end));
      if (!inWord) yield { kind: 'name', start, end, bare: name };
    }
  }
}

function* numbersIn({ text, from }: Shadow): Iterable<Finding & { bare: string }> {
  for (const { kind, place, is } of PATTERNS) {
    for (const { 0: whole, index } of text.matchAll(place)) {
      const bare = kind === 'email' ? whole.replace(/\s/g, '') : whole.replace(/[^\dA-Za-z+]/g, '').toUpperCase();
      if (!is(bare)) continue;
      const last = index + whole.length - 1;
      // The character that the last unit came from may be several units long, or be followed by marks that were left out.
      yield { kind, start: from[index] as number, end: endOf(from, last), bare };
    }
  }
}

function endOf(from: Uint32Array, last: number): number {
  let next = last + 1;
  while (next < from.length - 1 && from[next] === from[last]) next++;
  return from[next] as number;
}

function masked(text: string, findings: readonly (Finding & { readonly bare: string })[]): string {
  let out = '';
  let at = 0;
  for (const { kind, start, end, bare } of findings) {
    out += text.slice(at, start) + maskOf(kind, bare);
    at = end;
  }
  return out + text.slice(at);
}

function maskOf(kind: FindingKind, bare: string): string {
  switch (kind) {
    case 'email':
      return maskEmail(bare);
    case 'name':
      return maskName(bare);
    case 'mobile':
      return maskPhone(bare.replace(/\D/g, '').replace(/^0(?=1\d{10}$)/, ''));
    case 'landline':
    case 'id-card':
    case 'bank-card':
    case 'imsi':
    case 'iccid':
    case 'imei':
      return maskNumber(bare);
  }
}

/**
 * A value of any shape (attributes, tags) with every text, number and field name in it redacted; `value` itself when nothing was found.
 */
export function redactDeep<T>(value: T, names: readonly string[] = []): T {
  return redacted(value, names) as T;
}

function redacted(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string') return redact(value, names).text;
  if (typeof value === 'number') {
    const { text, findings } = redact(String(value), []);
    return findings.length > 0 ? text : value;
  }
  if (Array.isArray(value)) {
    const members = value.map((member) => redacted(member, names));
    return members.some((member, i) => member !== value[i]) ? members : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [redact(name).text, redacted(inner, names)] as const);
  const changed = Object.entries(value).some(
    ([name, inner], i) => entries[i]?.[0] !== name || entries[i]?.[1] !== inner,
  );
  return changed ? Object.fromEntries(entries) : value;
}
