import { unreadable } from '../unreadable.js';

/** What is told of an XML document as it is read. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
}

/** A single tag or run of text that is longer is no part of a spreadsheet, characters. */
const LONGEST_TOKEN = 1 << 20;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads XML as it comes: elements, attributes, text. Documents with a DOCTYPE are refused, so that there are no entities
 * but those of XML itself.
 */
export class XmlTokens {
  private rest = '';

  constructor(private readonly handler: XmlHandler) {}

  /** @throws {CodedError} `unreadable-file` */
  push(chunk: string): void {
    const text = this.rest + chunk;
    let at = 0;
    while (at < text.length) {
      const end = text[at] === '<' ? this.markup(text, at) : this.words(text, at);
      if (end === undefined) break;
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_TOKEN) throw unreadable('The spreadsheet holds XML that is none of a spreadsheet.');
  }

  private words(text: string, at: number): number | undefined {
    const end = text.indexOf('<', at);
    if (end < 0) return undefined;
    this.handler.text(decoded(text.slice(at, end)));
    return end;
  }

  private markup(text: string, at: number): number | undefined {
    if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
    if (text.startsWith('<?', at)) return behind(text, '?>', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = behind(text, ']]>', at);
      if (end !== undefined) this.handler.text(text.slice(at + 9, end - 3));
      return end;
    }
    // A comment or CDATA whose beginning has not come whole.
    if (text[at + 1] === '!' && text.length - at < 9) return undefined;
    if (text[at + 1] === '!') throw unreadable('The spreadsheet holds a DOCTYPE, which no spreadsheet program writes.');
    const end = endOfTag(text, at);
    if (end === undefined) return undefined;
    this.tag(text.slice(at + 1, end - 1));
    return end;
  }

  private tag(tag: string): void {
    if (tag[0] === '/') return this.handler.close(local(tag.slice(1).trimEnd()));
    const empty = tag.endsWith('/');
    const [name = ''] = tag.split(/[\s/]/, 1);
    this.handler.open(local(name), (wanted) => attribute(tag, wanted));
    if (empty) this.handler.close(local(name));
  }
}

function behind(text: string, what: string, from: number): number | undefined {
  const found = text.indexOf(what, from);
  return found < 0 ? undefined : found + what.length;
}

/** Values may hold `>`. */
function endOfTag(text: string, at: number): number | undefined {
  const end = behind(text, '>', at);
  if (end === undefined) return undefined;
  const tag = text.slice(at, end);
  if (!/=\s*(?:"[^"]*|'[^']*)$/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''))) return end;
  for (let [index, quote] = [at, '']; index < text.length; index++) {
    const sign = text[index] as string;
    if (quote === '' && sign === '>') return index + 1;
    if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
  }
  return undefined;
}

function attribute(tag: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of tag.matchAll(/([^\s="'<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (local(name) === wanted) return decoded(double ?? single ?? '');
  return undefined;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
