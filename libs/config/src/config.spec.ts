import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { OperatorError, SETTINGS, configurationMarkdown, loadConfig } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load(env: Record<string, string>): ReturnType<typeof loadConfig> {
  return loadConfig({ HUIYIN_DATA_DIR: folder, ...env });
}

describe('the settings', () => {
  it('have a default each, so that an empty environment is enough', () => {
    const config = load({});
    expect(config.localUrl).toBe('http://127.0.0.1:3000');
    expect(config.publicUrl).toBe('http://127.0.0.1:3000');
    expect(config.channels).toEqual(['webhook', 'email', 'sms', 'log']);
    expect(config.embedded).toBe(true);
    expect(config.databaseUrl).toBe('');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('are read from the environment, where an empty variable counts as not set', () => {
    const config = load({ PORT: '8080', HOST: '0.0.0.0', HUIYIN_CHANNELS: 'log, email', HUIYIN_RECOLLECT_DAYS: '' });
    expect(config).toMatchObject({ port: 8080, localUrl: 'http://127.0.0.1:8080', recollectDays: 7 });
    expect(config.channels).toEqual(['log', 'email']);
  });

  it('put an address of IPv6 into brackets', () => {
    expect(load({ HOST: '::' }).localUrl).toBe('http://[::1]:3000');
  });

  it('take a secret from a file', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://u:p@db/huiyin\n');
    expect(load({ DATABASE_URL_FILE: file })).toMatchObject({
      databaseUrl: 'postgres://u:p@db/huiyin',
      embedded: false,
    });
  });

  it('find the embedded Postgres where it was last started', () => {
    const file = join(folder, 'postgres.json');
    writeFileSync(file, JSON.stringify({ port: 20_000, password: 'secret', superuserPassword: 'other' }));
    expect(load({}).databaseUrl).toBe('postgres://huiyin:secret@127.0.0.1:20000/huiyin');
    rmSync(file);
  });
});

describe('a bad setting is one line that names it and says what to write', () => {
  const bad: [string, Record<string, string>, RegExp][] = [
    ['a port that is no number', { PORT: '3000x' }, /^PORT must be a whole number, 1 to 65535, not "3000x"\./],
    ['a port that is too high', { PORT: '70000' }, /^PORT must be a whole number, 1 to 65535/],
    ['a database of another kind', { DATABASE_URL: 'mysql://u:hush@db/x' }, /^DATABASE_URL must be a URL that begins with postgres:\/\//],
    ['a channel that does not exist', { HUIYIN_CHANNELS: 'pigeon' }, /^HUIYIN_CHANNELS must be one of webhook, email, sms, log, not "pigeon"/],
    ['a log level that does not exist', { HUIYIN_LOG_LEVEL: 'loud' }, /^HUIYIN_LOG_LEVEL must be one of trace, debug/],
    ['an address where a network is meant', { HUIYIN_WEBHOOK_ALLOW: '10.0.0.1' }, /^HUIYIN_WEBHOOK_ALLOW must be networks such as/],
    ['proxies that are the whole world', { HUIYIN_TRUSTED_PROXIES: '0.0.0.0/0' }, /^HUIYIN_TRUSTED_PROXIES must be networks such as/],
    ['a secret twice', { SMTP_URL: 'smtp://a', SMTP_URL_FILE: '/x' }, /^SMTP_URL and SMTP_URL_FILE are both set/],
    ['a secret in a file that is not there', { SMTP_URL_FILE: '/no/such' }, /^SMTP_URL_FILE names \/no\/such, which cannot be read \(ENOENT\)/],
    ['a server of models without the name of one', { HUIYIN_CHAT_URL: 'http://127.0.0.1:11434/v1' }, /^HUIYIN_CHAT_URL is set but HUIYIN_CHAT_MODEL is not; set both or neither\./],
    ['a server of models that is no URL', { HUIYIN_EMBEDDING_URL: 'hush' }, /^HUIYIN_EMBEDDING_URL must be a URL that begins with/],
  ]; // prettier-ignore

  it.each(bad)('%s', (_name, env, expected) => {
    const act = (): unknown => load(env);
    expect(act).toThrow(OperatorError);
    expect(act).toThrow(expected);
    expect(act).not.toThrow(/\n|hush/);
  });
});

describe('docs/configuration.md', () => {
  it('has every setting once, in both languages', () => {
    const markdown = configurationMarkdown();
    for (const { env, en, zh } of Object.values(SETTINGS)) {
      expect(markdown.split(`| \`${env}\``)).toHaveLength(2);
      expect(markdown).toContain(en);
      expect(markdown).toContain(zh);
    }
  });

  it('lets no two settings share a variable', () => {
    const names = Object.values(SETTINGS).map(({ env }) => env);
    expect(new Set(names).size).toBe(names.length);
  });
});
