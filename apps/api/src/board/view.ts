import { BoardReading, type BoardLanguage } from '@huiyin/board';
import { CONFIG, type Config } from '@huiyin/config';
import { addressSubject } from '@huiyin/org';
import { Inject, Injectable } from '@nestjs/common';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { languageOf } from '../http/language.js';
import { BOARD_WORDS } from './board.words.js';
import { framed, messagePage, type View } from './layout.page.js';
import { markup } from './html.js';

const YEAR_SECONDS = 31_536_000;
const COOKIE_BYTES = 16;

/** Nothing but our own style and script; pages are in no frame, and forms go nowhere else. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What every route of the board needs: the language and name for a page, who is before the browser, the way to answer. */
@Injectable()
export class BoardDesk {
  constructor(
    readonly reading: BoardReading,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  /** How pages are drawn for a request; null while the board is closed. */
  async view(request: FastifyRequest): Promise<View | null> {
    const setting = await this.reading.setting();
    if (!setting.open) return null;
    const asked = (request.query as { lang?: unknown }).lang;
    const chosen = asked === 'zh' || asked === 'en';
    const language: BoardLanguage = chosen ? asked : languageOf(request.headers['accept-language']);
    const { publicUrl, smtpUrl } = this.config;
    return { language, chosen, setting, publicUrl, canMail: smtpUrl !== '' };
  }

  /** Answers with what `draw` makes of the view; where the board is closed there is nothing. */
  async draw(
    request: FastifyRequest,
    reply: FastifyReply,
    draw: (view: View) => Promise<string | null> | string | null,
  ): Promise<void> {
    const view = await this.view(request);
    const page = view && (await draw(view));
    if (!view || page === null) return this.lost(reply, view, languageOf(request.headers['accept-language']));
    this.send(reply, reply.statusCode, page);
  }

  /** Sends a page. Its address is not told to other sites; forms of our own pages are known by it. */
  send(reply: FastifyReply, status: number, page: string, headers: Readonly<Record<string, string>> = {}): void {
    void reply
      .status(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-cache',
        vary: 'accept-language, cookie',
        'referrer-policy': 'same-origin',
        'content-security-policy': POLICY,
        ...headers,
      })
      .send(page);
  }

  /** Sends a page that only who has its link may see. */
  sendPrivate(reply: FastifyReply, status: number, page: string): void {
    this.send(reply, status, page, { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  }

  /** By which a browser that has voted is known again. */
  cookieOf(request: FastifyRequest): string | null {
    const value = (request.cookies as FastifyRequest['cookies'] | undefined)?.[this.cookieName];
    return value !== undefined && /^[\w-]{22}$/.test(value) ? value : null;
  }

  /** The same, given out now where there is none. */
  giveCookie(request: FastifyRequest, reply: FastifyReply): string {
    const known = this.cookieOf(request);
    if (known !== null) return known;
    const fresh = randomBytes(COOKIE_BYTES).toString('base64url');
    const secure = this.config.publicUrl.startsWith('https:');
    reply.setCookie(this.cookieName, fresh, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      maxAge: YEAR_SECONDS,
    });
    return fresh;
  }

  /** Who is before the browser. */
  visitor(request: FastifyRequest, { language }: View) {
    return { cookie: this.cookieOf(request), network: addressSubject(request.ip).key, language };
  }

  /** There is nothing at this address. */
  lost(reply: FastifyReply, view: View | null, language: BoardLanguage): void {
    const sentence = BOARD_WORDS[view?.language ?? language].lost;
    const body = markup`<p class="message">${sentence}</p>`;
    const closed = { language, chosen: false, setting: { nameZh: '', nameEn: '' }, publicUrl: '', canMail: false };
    this.send(reply, 404, view ? messagePage(view, sentence) : framed(closed, { title: sentence, body }));
  }

  private get cookieName(): string {
    return this.config.publicUrl.startsWith('https:') ? '__Host-huiyin_board' : 'huiyin_board';
  }
}
