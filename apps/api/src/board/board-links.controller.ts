import { BoardVisitors } from '@huiyin/board';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.js';
import { messagePage, wordsOf } from './layout.page.js';
import { buttonForm } from './new.page.js';
import { BoardDesk } from './view.js';

const FORM = 'application/x-www-form-urlencoded';
const PAGE = { schema: { type: 'string', example: '<!doctype html><html lang="zh-CN">…</html>' } } as const;
const NOTHING = { description: 'No such link, or the board is closed', content: { 'text/html': PAGE } };

/** The links in mails to followers. Whoever has one may use it; opening it changes nothing. */
@ApiTags('board')
@Controller('board')
export class BoardLinksController {
  constructor(
    private readonly desk: BoardDesk,
    private readonly visitors: BoardVisitors,
  ) {}

  @Get('confirm/:token')
  @Public()
  @ApiOperation({
    summary: 'The page with the button that confirms',
    description: 'Looking changes nothing: mail scanners open every link.',
  })
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  async askConfirm(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    const { confirmAsk, confirmDo, confirmed, badLink } = wordsOf(view);
    const follower = await this.visitors.follower('confirm', token);
    if (!follower) return this.desk.sendPrivate(reply, 404, messagePage(view, badLink));
    const done = follower.confirmedAt !== null;
    this.desk.sendPrivate(
      reply,
      200,
      messagePage(view, done ? confirmed : confirmAsk, done ? null : buttonForm(confirmDo)),
    );
  }

  @Post('confirm/:token')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm that mail is wanted' })
  @ApiConsumes(FORM)
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  async confirm(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    const done = await this.visitors.confirm(token);
    const { confirmed, badLink } = wordsOf(view);
    this.desk.sendPrivate(reply, done ? 200 : 404, messagePage(view, done ? confirmed : badLink));
  }

  @Get('leave/:token')
  @Public()
  @ApiOperation({ summary: 'The page with the button that leaves' })
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  async askLeave(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.desk.view(request);
    if (!view) return this.desk.lost(reply, null, 'zh');
    const { leaveAsk, leaveDo, badLink } = wordsOf(view);
    const known = this.visitors.tokens.read('leave', token) !== null;
    const page = messagePage(view, known ? leaveAsk : badLink, known ? buttonForm(leaveDo) : null);
    this.desk.sendPrivate(reply, known ? 200 : 404, page);
  }

  @Post('leave/:token')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'No more mail about a suggestion',
    description:
      'By the button, or with one click by the mail program (RFC 8058). The address is deleted. It works while the board is closed, too.',
  })
  @ApiConsumes(FORM)
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(NOTHING)
  async leave(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = await this.visitors.leave(token);
    const view = await this.desk.view(request);
    if (!view) return done ? void reply.status(200).send('') : this.desk.lost(reply, null, 'zh');
    const { left, badLink } = wordsOf(view);
    this.desk.sendPrivate(reply, done ? 200 : 404, messagePage(view, done ? left : badLink));
  }
}
