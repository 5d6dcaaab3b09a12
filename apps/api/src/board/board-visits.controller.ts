import { BoardRefusal, BoardSubmitting, BoardVisitors, type Refused } from '@huiyin/board';
import { illFormed, invalid } from '@huiyin/collect';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBadRequestResponse, ApiConsumes, ApiForbiddenResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiSeeOtherResponse, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger'; // prettier-ignore
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { Public } from '../auth/access.js';
import { refuseForeignPage } from '../auth/same-origin.js';
import { at, messagePage, wordsOf, type View } from './layout.page.js';
import { newPage } from './new.page.js';
import { postPage } from './post.page.js';
import { BoardDesk } from './view.js';

const FORM = 'application/x-www-form-urlencoded';
const PAGE = { schema: { type: 'string', example: '<!doctype html><html lang="zh-CN">…</html>' } } as const;
const HTML = { 'text/html': PAGE };
const NOTHING = { description: 'Nothing public there, or the board is closed', content: HTML };
const REFUSED = { description: 'The page again, with what is wrong', content: HTML };
const FOREIGN = { description: 'Sent by a page of another site' };
const DONE = { description: 'Done; the page to go to is in `Location`' };

const STATUS: Readonly<Record<Refused, number>> = {
  ...{ unknown: 404, 'too-many': 429, 'confirm-by-mail': 429 },
  ...{ 'bad-email': 400, empty: 400, 'too-long': 400, robot: 400 },
};

type Form = Readonly<Record<string, string>>;

/** What visitors of the board do: suggest, say "me too", follow. Every form works without script. */
@ApiTags('board')
@Controller('board')
export class BoardVisitsController {
  constructor(
    private readonly desk: BoardDesk,
    private readonly visitors: BoardVisitors,
    private readonly submitting: BoardSubmitting,
  ) {}

  @Get('new')
  @Public()
  @ApiOperation({ summary: 'The form for a suggestion' })
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.draw(request, reply, (view) => newPage(view, { text: '', email: '', formKey: newKey() }));
  }

  @Post('new')
  @Public()
  @HttpCode(303)
  @ApiOperation({
    summary: 'Make a suggestion',
    description:
      'It goes into the loop as feedback of channel `board`; nothing of it is shown before staff have made it public.',
  })
  @ApiConsumes(FORM)
  @ApiProduces('text/html')
  @ApiSeeOtherResponse(DONE)
  @ApiBadRequestResponse(REFUSED)
  @ApiForbiddenResponse(FOREIGN)
  @ApiNotFoundResponse(NOTHING)
  @ApiTooManyRequestsResponse(REFUSED)
  async submit(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = this.formOf(body, request);
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    const { text = '', email = '', website = '', key = '' } = form;
    const formKey = /^[\w-]{22}$/.test(key) ? key : newKey();
    try {
      if (website !== '') throw new BoardRefusal('robot');
      const token = await this.submitting.submit({ text, email, formKey }, this.desk.visitor(request, view));
      this.goTo(reply, view, `/board/mine/${token}`);
    } catch (error) {
      if (!(error instanceof BoardRefusal)) throw error;
      const draft = { text, email, formKey, wrong: wordsOf(view).refused[error.reason] };
      this.desk.send(reply, STATUS[error.reason], newPage(view, draft));
    }
  }

  @Post(':slug/vote')
  @Public()
  @HttpCode(303)
  @ApiOperation({ summary: '"Me too", once for each browser', description: '`take=back` takes it back.' })
  @ApiConsumes(FORM)
  @ApiProduces('text/html')
  @ApiSeeOtherResponse(DONE)
  @ApiForbiddenResponse(FOREIGN)
  @ApiNotFoundResponse(NOTHING)
  @ApiTooManyRequestsResponse(REFUSED)
  vote(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { take } = this.formOf(body, request);
    return this.onPost(slug, request, reply, async (view) => {
      const cookie = this.desk.giveCookie(request, reply);
      if (take === 'back') await this.visitors.takeBack(slug, cookie);
      else await this.visitors.vote(slug, cookie, this.desk.visitor(request, view));
      this.goTo(reply, view, `/board/${slug}`);
    });
  }

  @Post(':slug/follow')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Be told by mail when a suggestion moves on',
    description: 'A mail asks for confirmation. The answer is the same whether the address follows already or not.',
  })
  @ApiConsumes(FORM)
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiBadRequestResponse(REFUSED)
  @ApiForbiddenResponse(FOREIGN)
  @ApiNotFoundResponse(NOTHING)
  @ApiTooManyRequestsResponse(REFUSED)
  follow(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { email = '', count, website = '' } = this.formOf(body, request);
    return this.onPost(slug, request, reply, async (view) => {
      if (!view.canMail) throw new BoardRefusal('unknown');
      if (website !== '') throw new BoardRefusal('robot');
      await this.visitors.follow(slug, email, this.desk.visitor(request, view), count === '1');
      this.desk.send(reply, 200, messagePage(view, wordsOf(view).checkMail));
    });
  }

  /** Does something about a post; what is refused is said on its page. */
  private async onPost(
    slug: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (view: View) => Promise<void>,
  ): Promise<void> {
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    try {
      await work(view);
    } catch (error) {
      if (!(error instanceof BoardRefusal)) throw error;
      const found = error.reason === 'unknown' ? undefined : await this.desk.reading.one(slug);
      if (!found) return this.desk.lost(reply, view, view.language);
      const said = { text: wordsOf(view).refused[error.reason], wrong: true };
      const page = postPage(view, found.post, { updates: found.updates, voted: false, said });
      this.desk.send(reply, STATUS[error.reason], page);
    }
  }

  private goTo(reply: FastifyReply, view: View, path: string): void {
    void reply
      .status(303)
      .headers({ location: at(view, path), 'cache-control': 'no-store' })
      .send('');
  }

  /** The fields of a form of our own pages. @throws {CodedError} `missing-scope` for a page of another site, `validation-failed` */
  private formOf(body: unknown, request: FastifyRequest): Form {
    refuseForeignPage(request, this.desk.config.publicUrl);
    const form = typeof body === 'object' && body !== null ? body : {};
    const found = illFormed(form);
    if (found) throw invalid([found]);
    return Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value === 'string'));
  }
}

function newKey(): string {
  return randomBytes(16).toString('base64url');
}
