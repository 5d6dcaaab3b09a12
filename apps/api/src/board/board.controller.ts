import { BOARD_STATUSES, BoardSubmitting, BoardVisitors } from '@huiyin/board';
import { illFormed } from '@huiyin/collect';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.js';
import { BOARD_CSS, BOARD_JS } from './board.files.js';
import { atomFeed, robotsText, siteMap } from './feed.page.js';
import { listPage, type ListQuery } from './list.page.js';
import { minePage } from './new.page.js';
import { postPage } from './post.page.js';
import { BoardDesk } from './view.js';

const PAGE = { schema: { type: 'string', example: '<!doctype html><html lang="zh-CN">…</html>' } } as const;
const NOTHING = { description: 'Nothing public there, or the board is closed', content: { 'text/html': PAGE } };
const LANGUAGE = {
  name: 'lang',
  required: false,
  enum: ['zh', 'en'],
  description: 'Else the language of the browser.',
};

/** Entries of the feed. */
const ENTRIES = 50;

/** The public board: everybody may read it, with or without script. */
@ApiTags('board')
@Controller('board')
export class BoardController {
  constructor(
    private readonly desk: BoardDesk,
    private readonly visitors: BoardVisitors,
    private readonly submitting: BoardSubmitting,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The board, as a page' })
  @ApiQuery(LANGUAGE)
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.draw(request, reply, async (view) => {
      const query = queryOf(request.query as Record<string, unknown>);
      return listPage(view, query, await this.desk.reading.list(query));
    });
  }

  @Get('board.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  // The preview of the console stands in a frame without an origin.
  @Header('cross-origin-resource-policy', 'cross-origin')
  @ApiOperation({ summary: 'Style of the board' })
  @ApiProduces('text/css')
  @ApiOkResponse({ schema: { type: 'string', example: BOARD_CSS.slice(0, BOARD_CSS.indexOf('}') + 1) } })
  style(): string {
    return BOARD_CSS;
  }

  @Get('board.js')
  @Public()
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  @ApiOperation({ summary: 'Search while typing' })
  @ApiProduces('text/javascript')
  @ApiOkResponse({ schema: { type: 'string', example: "'use strict';" } })
  script(): string {
    return BOARD_JS;
  }

  @Get('feed.atom')
  @Public()
  @ApiOperation({ summary: 'What was made public and how it moved on (Atom)' })
  @ApiQuery(LANGUAGE)
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string', example: '<feed xmlns="http://www.w3.org/2005/Atom">…</feed>' } })
  @ApiNotFoundResponse(NOTHING)
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    const { posts, updates } = await this.desk.reading.latest(ENTRIES);
    this.desk.send(reply, 200, atomFeed(view, posts, updates), {
      'content-type': 'application/atom+xml; charset=utf-8',
    });
  }

  @Get('sitemap.xml')
  @Public()
  @ApiOperation({ summary: 'Addresses for search engines' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string', example: '<urlset>…</urlset>' } })
  @ApiNotFoundResponse(NOTHING)
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    const { posts } = await this.desk.reading.list({ sort: 'new' });
    this.desk.send(reply, 200, siteMap(view.publicUrl, posts), { 'content-type': 'application/xml; charset=utf-8' });
  }

  @Get('mine/:token')
  @Public()
  @ApiOperation({ summary: "How one's own suggestion stands, for whoever has the link" })
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  async mine(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.desk.view(request);
    const own = view ? await this.submitting.mine(token) : undefined;
    if (!view || !own) return this.desk.lost(reply, view, 'zh');
    this.desk.sendPrivate(reply, 200, minePage(view, own));
  }

  @Get(':slug')
  @Public()
  @ApiOperation({ summary: 'One suggestion, as a page' })
  @ApiQuery(LANGUAGE)
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  one(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.draw(request, reply, async (view) => {
      const found = await this.desk.reading.one(slug);
      if (!found) return null;
      const voted = await this.visitors.hasVoted(slug, this.desk.cookieOf(request));
      return postPage(view, found.post, { updates: found.updates, voted });
    });
  }
}

/** What search engines may look at, where they look for it. */
@ApiTags('board')
@Controller('robots.txt')
export class RobotsController {
  constructor(private readonly desk: BoardDesk) {}

  @Get()
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'What search engines may look at' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'User-agent: *\nAllow: /board\n' } })
  async robots(): Promise<string> {
    const { open } = await this.desk.reading.setting();
    return robotsText(this.desk.config.publicUrl, open);
  }
}

const LONGEST_QUERY = 100;
const LAST_PAGE = 500;

/** Whatever stands in the address, a page comes of it: what is not known is left out. */
function queryOf({ q, status, category, sort, page }: Record<string, unknown>): ListQuery {
  const words = typeof q === 'string' && !illFormed(q) ? q.trim().slice(0, LONGEST_QUERY).toWellFormed() : '';
  const known = BOARD_STATUSES.find((name) => name === status);
  const number = typeof page === 'string' && /^\d{1,3}$/.test(page) ? Number(page) : 1;
  return {
    ...(words ? { q: words } : {}),
    ...(known ? { status: known } : {}),
    ...(typeof category === 'string' && /^[\w-]{1,40}$/.test(category) ? { category } : {}),
    sort: sort === 'new' ? 'new' : 'most',
    page: Math.min(Math.max(number, 1), LAST_PAGE),
  };
}
