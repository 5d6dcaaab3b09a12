import type { Chance } from './chance.js';
import type { Operation, Parameter } from './document.js';
import { deep, Samples, strange, STRANGE_KEYS, STRANGE_TEXTS, type Known } from './values.js';

/** A request as it goes over the wire. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query, encoded. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
}

const JSON_TYPE = 'application/json';
const WRONG_TYPES = [
  'text/plain',
  'text/xml; charset=utf-16',
  'application/json; charset=utf-16',
  'application/x-ndjson',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json, text/html',
  'application/vnd.huiyin+json',
  '',
  ';',
];

/** Bodies that are no JSON, or only just. */
const RAW_BODIES = [
  '',
  '{',
  '{"text":"a"',
  '{"text":"a"}}',
  '\ufeff{"text":"a"}',
  '{"text":"a","text":"b"}',
  '{"__proto__":{"text":"a"},"text":"b"}',
  "{'text':'a'}",
  'null',
  '[]',
  '"text"',
  '0',
  'true',
  '{"text":1e999}',
  '{"text":"\\ud800"}',
  '{"text":"\\u0000"}',
  '{"a":'.repeat(3_000),
  '['.repeat(20_000),
].map((text) => Buffer.from(text));
const NOT_UTF8 = Buffer.from([0x7b, 0x22, 0x74, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);

/** What a schema does not say of a body. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/inbound/{source}': { text: '宽带断网' },
  'POST /api/v1/feedback/{idOrReference}/hand-back': { reason: '不属本单位' },
  'POST /api/v1/units': { code: 'fuzz-1', parent: 'gd', level: 'city', nameZh: '深圳' },
};

/** Header values that HTTP allows and nobody expects. */
const STRANGE_HEADERS = [
  '',
  ' ',
  '0',
  '-1',
  'x'.repeat(300),
  '%00',
  '__proto__',
  '\u00e9\u00ff',
  '"',
  '1-1',
  '99999999999999999999-0',
];

/** Writes requests for operations: valid, nearly valid, and nothing like it. */
export class Requests {
  private readonly samples: Samples;
  /** Nothing is wrong with the request that is being written, as far as the document says. */
  private honest = false;

  constructor(
    document: object,
    private readonly known: Known,
    private readonly chance: Chance,
  ) {
    this.samples = new Samples(document, known, chance);
  }

  /** A request for the operation, by nobody; who sends it adds who they are. */
  write(operation: Operation): FuzzRequest {
    const headers: Record<string, string> = {};
    this.honest = this.chance.percent(35);
    for (const { name, in: where } of operation.parameters)
      if (where === 'header' && this.odd(30)) headers[name.toLowerCase()] = this.chance.pick(STRANGE_HEADERS);
    if (this.odd(5)) headers['x-request-id'] = this.chance.pick(STRANGE_HEADERS);
    if (this.odd(5)) headers['accept-language'] = this.chance.pick([...STRANGE_HEADERS, 'zh-CN']);
    const target = this.path(operation) + this.query(operation.parameters.filter((one) => one.in === 'query'));
    return { operation, method: operation.method, target, headers, body: this.body(operation, headers) };
  }

  /** True in so many of 100 cases in which something may be wrong. */
  private odd(percent: number): boolean {
    return !this.honest && this.chance.percent(percent);
  }

  private path({ path, parameters }: Operation): string {
    return path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const schema = parameters.find((one) => one.name === name)?.schema ?? {};
      if (!this.odd(40)) return encode(String(this.samples.of(schema, this.nameOf(path, name))));
      const odd = ['%', '%ED%A0%80', '%c0%af', '%00', '..%2f..', '.', encode('x'.repeat(300))];
      return this.chance.percent(30) ? this.chance.pick(odd) : encode(this.chance.pick(STRANGE_TEXTS)) || '%20';
    });
  }

  /** `id` alone does not say of what. */
  private nameOf(path: string, name: string): string {
    const kind = path.split('/').find((_, index, parts) => parts[index + 1] === `{${name}}`);
    return `${kind}/${name}` in this.known ? `${kind}/${name}` : name;
  }

  private query(parameters: readonly Parameter[]): string {
    const pairs: string[] = [];
    for (const { name, schema, required } of parameters) {
      if (this.chance.percent(required ? 5 : 60)) continue;
      const value = this.odd(40) ? this.chance.pick(STRANGE_TEXTS) : String(this.samples.of(schema, name));
      pairs.push(`${encode(name)}=${encode(value)}`);
      if (this.odd(9)) pairs.push(`${encode(name)}=${encode(value)}`);
      if (this.odd(5)) pairs.push(`${encode(name)}[]=1`, `${encode(name)}[__proto__]=1`);
    }
    if (this.odd(6)) pairs.push(`${encode(this.chance.pick(STRANGE_KEYS))}=1`);
    if (this.odd(4)) pairs.push(this.chance.pick(['=', '&&', '%', 'a=%', 'a=%ED%A0%80', '?', 'q', '#']));
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
  }

  private body(operation: Operation, headers: Record<string, string>): Buffer | undefined {
    const [type] = Object.keys(operation.bodies).length > 0 ? this.chance.shuffled(Object.keys(operation.bodies)) : [];
    if (type === undefined && (operation.method === 'GET' || this.chance.percent(80))) return undefined;
    headers['content-type'] = this.odd(8) ? this.chance.pick(WRONG_TYPES) : (type ?? JSON_TYPE);
    if (this.odd(12)) return this.chance.pick([...RAW_BODIES, NOT_UTF8]);
    const schema = this.samples.resolved(type === undefined ? {} : operation.bodies[type]);
    if (type === 'multipart/form-data') return this.form(schema, headers);
    if (type === 'application/x-www-form-urlencoded') return Buffer.from(this.pairs(schema));
    if (type === 'application/x-ndjson') return Buffer.from([1, 2, 3].map(() => this.line()).join('\n'));
    return Buffer.from(JSON.stringify(this.spoiled(BODIES[operation.name] ?? this.samples.of(schema))) ?? '');
  }

  /** In two of three cases something about it is wrong. */
  private spoiled(value: unknown): unknown {
    if (this.honest || this.chance.percent(10)) return value;
    if (typeof value !== 'object' || value === null || this.chance.percent(5)) return strange(this.chance);
    const copy = { ...(value as Record<string, unknown>) };
    const field = this.chance.pick([...Object.keys(copy), 'text']);
    const ways: (() => unknown)[] = [
      () => delete copy[field],
      () => (copy[field] = strange(this.chance)),
      () => (copy[field] = strange(this.chance)),
      () => (copy[field] = [copy[field]]),
      () => (copy[field] = null),
      () => (copy[field] = [[copy[field]]]),
      () => (copy[field] = this.spoiled(copy[field])),
      () => (copy['attributes'] = deep(this.chance.pick([10, 60, 2_000]), false)),
      () => (copy[field] = 'z'.repeat(this.chance.pick([20_000, 300_000]))),
      () => (copy[this.chance.pick(['extra', 'toString', 'id'])] = strange(this.chance)),
      () => Object.defineProperty(copy, '__proto__', { value: { admin: true }, enumerable: true }),
    ];
    this.chance.pick(ways)();
    return copy;
  }

  private line(): string {
    if (this.chance.percent(20)) return this.chance.pick(RAW_BODIES).toString().slice(0, 200);
    return JSON.stringify(
      this.spoiled({ text: '地铁里没有信号', externalId: String(this.chance.int(50)), source: 'crm' }),
    );
  }

  private pairs(schema: { properties?: object }): string {
    const names = [...Object.keys(schema.properties ?? {}), ...(this.odd(30) ? STRANGE_KEYS : [])];
    const values = ['true', 'false', '5', '11', '', ...STRANGE_TEXTS];
    return names
      .map(
        (name) =>
          `${encode(name)}=${encode((this.honest ? this.chance.pick(['true', '5']) : this.chance.pick(values)).slice(0, 2_000))}`,
      )
      .join('&');
  }

  private form(schema: { properties?: Record<string, unknown> }, headers: Record<string, string>): Buffer {
    const boundary = 'fuzzboundary';
    if (headers['content-type'] === 'multipart/form-data') headers['content-type'] += `; boundary=${boundary}`;
    const files = [
      'text\n宽带断网',
      'text,id\n"broken,1\n',
      '{"text":"a"}\n{',
      'PK\u0003\u0004',
      '',
      'text\n=1+1\n\u0000',
      '\ufefftext;b\na;b',
    ];
    const file = (name: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${this.chance.pick(['a.csv', '../x', '=1'])}"\r\n\r\n${this.chance.pick(files)}\r\n`;
    const field = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const parts = this.odd(15) ? [] : [file(this.odd(8) ? '__proto__' : 'file')];
    for (const [name, of] of Object.entries(schema.properties ?? {})) {
      if (name === 'file' || this.chance.percent(75)) continue;
      const value = this.odd(50) ? strange(this.chance) : this.samples.of(of, name);
      parts.push(field(name, typeof value === 'string' ? value : JSON.stringify(value)));
    }
    if (this.odd(12)) parts.push(field(this.chance.pick(STRANGE_KEYS), '1'));
    const end = this.odd(8) ? '' : `--${boundary}--\r\n`;
    return Buffer.from(this.chance.shuffled(parts).join('') + end);
  }
}

/** `encodeURIComponent` that also takes lone surrogates, as the bytes that some programs send for them. */
function encode(text: string): string {
  if (text.isWellFormed()) return encodeURIComponent(text);
  return [...Buffer.from(text, 'utf16le')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
