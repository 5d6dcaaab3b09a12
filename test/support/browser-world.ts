import { expect } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium as browsers, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildConsoleIfStale } from '../../scripts/build.mjs';
import { LoopWorld, type WorldOptions } from './loop-world.js';

/** How somebody sits before the console. */
export interface Seat {
  readonly language?: 'zh' | 'en';
  /** Pixels; a desk of 1280 × 800 when left out. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly look?: 'light' | 'dark';
  /** False: a browser without script. */
  readonly script?: boolean;
  /** A person's user name and password; an administrator when left out, nobody when null. */
  readonly person?: { readonly username: string; readonly password: string } | null;
}

/** As wide as a phone that many people have. */
export const PHONE = { width: 390, height: 844 } as const;

const ADMIN = { username: 'browser-admin', password: 'correct horse battery staple' } as const;

/** Of what the package recommends, only this: it is meant for a place where nothing is protected from itself. */
const BROWSER_ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** By whoever adds a person; it must be changed before anything else. */
const FIRST_PASSWORD = 'a password for the first time';

/**
 * A real browser before a real Huiyin: API, worker and Postgres as in {@link LoopWorld}, and the built console. A script error,
 * a refusal by the content security policy or a failed request of the console makes the test fail.
 */
export class BrowserWorld {
  private readonly contexts: BrowserContext[] = [];
  private readonly slips: string[] = [];

  private constructor(
    readonly loop: LoopWorld,
    private readonly browser: Browser,
  ) {}

  static async start(options: WorldOptions = {}): Promise<BrowserWorld> {
    await buildConsoleIfStale();
    const [loop, executablePath] = await Promise.all([LoopWorld.start(options), chromium.executablePath()]);
    const browser = await browsers.launch({ executablePath, args: BROWSER_ARGS, headless: true });
    const world = new BrowserWorld(loop, browser);
    await world.addPerson({ ...ADMIN, displayName: '管理员', roles: ['administrator'] });
    return world;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.loop.stop();
  }

  /** Adds somebody who has already chosen the password that they sign in with. */
  async addPerson(person: {
    username: string;
    password: string;
    displayName: string;
    roles: string[];
    units?: string[];
  }) {
    const made = await this.loop.post('/api/v1/people', { ...person, password: FIRST_PASSWORD });
    expect(made).toMatchObject({ status: 201 });
    const context = await this.browser.newContext();
    const of = (path: string) => this.loop.address(path);
    const first = { username: person.username, password: FIRST_PASSWORD };
    expect((await context.request.post(of('/api/v1/session'), { data: first })).status()).toBe(201);
    const change = { current: FIRST_PASSWORD, password: person.password };
    expect((await context.request.post(of('/api/v1/me/password'), { data: change })).ok()).toBe(true);
    await context.close();
  }

  /** Opens the console at `path`, e.g. `/console/loop`, signed in. */
  async open(path: string, seat: Seat = {}): Promise<Page> {
    const page = await this.seat(seat);
    await page.goto(this.loop.address(path));
    return page;
  }

  /** A page that has gone nowhere yet, in a browser of its own, signed in. */
  async seat({
    language = 'zh',
    size = { width: 1280, height: 800 },
    look = 'light',
    script = true,
    person = ADMIN,
  }: Seat = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: size,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      colorScheme: look,
      javaScriptEnabled: script,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    this.contexts.push(context);
    if (person) await this.signIn(context, person, language);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.slips.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.slips.push(message.text());
    });
    return page;
  }

  /** Nothing serious for people who use a screen reader, a keyboard or a magnifier (axe, WCAG 2.2 AA). */
  async expectAccessible(page: Page): Promise<void> {
    // Evaluated over the debugging protocol, which the policy of the page does not hold up.
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
        );
    });
    expect(found).toEqual([]);
  }

  /** No script error, no refusal by the content security policy, nothing that failed, since this was last asked. */
  expectNoSlips(): void {
    expect(this.slips.splice(0)).toEqual([]);
  }

  /** Closes every page that is open. */
  async closePages(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  /** What a test brought about on purpose, such as a 401 that the browser writes down by itself. */
  forgetSlips(expected: RegExp): void {
    const others = this.slips.filter((slip) => !expected.test(slip));
    this.slips.splice(0, this.slips.length, ...others);
  }

  private async signIn(context: BrowserContext, person: { username: string; password: string }, language: string) {
    const answer = await context.request.post(this.loop.address('/api/v1/session'), { data: person });
    expect(answer.status()).toBe(201);
    const told = await context.request.patch(this.loop.address('/api/v1/me'), { data: { language } });
    expect(told.status()).toBe(200);
  }
}

interface Violation {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
