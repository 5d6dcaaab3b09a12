import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import {
  type Ended,
  Instance,
  type InstanceOptions,
  type TemporaryFolder,
  commandLine,
  freePort,
  temporaryFolder,
} from '@huiyin/testing';
import { buildIfStale } from '../scripts/build.mjs';

/** What `credentials.json` holds. */
export interface Credentials {
  readonly url: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly apiKey: string;
}

/** A data directory and a port of its own, and what a test does with them. */
export class House {
  private constructor(
    readonly folder: TemporaryFolder,
    readonly dataDir: string,
    readonly port: number,
  ) {}

  /** Builds first when the build is older than the sources, which may take half a minute. */
  static async make(): Promise<House> {
    await buildIfStale();
    const folder = temporaryFolder();
    return new House(folder, join(folder.path, 'data'), await freePort());
  }

  start(options: Partial<InstanceOptions> = {}): Instance {
    return new Instance({ dataDir: this.dataDir, port: this.port, ...options });
  }

  /** `npm run huiyin -- …` */
  command(...args: string[]): Instance {
    return this.start({
      command: [process.execPath, commandLine, ...args],
    });
  }

  credentials(): Credentials {
    return JSON.parse(readFileSync(join(this.dataDir, 'credentials.json'), 'utf8')) as Credentials;
  }

  /** Hands in `text` and answers with the id of the item. */
  async accept(text: string): Promise<string> {
    const answer = await this.call('POST', '/api/v1/feedback', { text });
    expect(answer.status).toBe(202);
    return ((await answer.json()) as { id: string }).id;
  }

  async textOf(id: string): Promise<string> {
    return ((await (await this.call('GET', `/api/v1/feedback/${id}`)).json()) as { text: string }).text;
  }

  private call(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.credentials().apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

/** Exit status 0 within 10 seconds, and no process left that belongs to the data directory. */
export async function expectCleanStop(instance: Instance, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const begin = performance.now();
  const { code, err } = await instance.stop(signal);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(inhabitants(instance.options.dataDir)).toEqual([]);
}

/** The one line on stderr of a start that was refused. */
export async function refusal(instance: Instance): Promise<string> {
  const { code, out, err }: Ended = await instance.ended;
  expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
  return err.trim();
}

/** Every process that works for the data directory: with it in its environment or as its place of work. */
export function inhabitants(path: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && belongsTo(path, name))
    .map(Number);
}

function belongsTo(path: string, pid: string): boolean {
  try {
    const here = readlinkSync(`/proc/${pid}/cwd`).startsWith(`${path}/`);
    return here || readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HUIYIN_DATA_DIR=${path}`);
  } catch {
    return false;
  }
}

/** Waits until `/readyz` answers 200. */
export function untilReady(instance: Instance): Promise<void> {
  return until(async () => (await fetch(`${instance.url}/readyz`).catch(() => undefined))?.status === 200);
}

/** Waits for what sends no event: a file, a line, an answer. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20);
}
