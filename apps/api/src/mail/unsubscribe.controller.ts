import { MailBars } from '@huiyin/deliver';
import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiConsumes, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.js';
import { unsubscribePage } from './unsubscribe.page.js';

/** As the documents tell of it. */
const PAGE = { schema: { type: 'string', example: '<!doctype html><html lang="zh-CN">…</html>' } } as const;
const UNKNOWN = { description: 'No such link', content: { 'text/html': PAGE } };

/** The way out of surveys by mail. Looking changes nothing: mail scanners open every link. */
@ApiTags('deliver')
@Controller('u')
export class UnsubscribeController {
  constructor(private readonly bars: MailBars) {}

  @Get(':token')
  @Public()
  @ApiOperation({ summary: 'The page with the one button' })
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(UNKNOWN)
  ask(@Param('token') token: string, @Res() reply: FastifyReply): void {
    const known = this.bars.knows(token);
    send(reply, known ? 200 : 404, unsubscribePage(known ? 'ask' : 'invalid'));
  }

  @Post(':token')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'No more surveys to this address',
    description: 'By the button, or with one click by the mail program (RFC 8058). Answers still come.',
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiProduces('text/html')
  @ApiOkResponse(PAGE)
  @ApiNotFoundResponse(UNKNOWN)
  async unsubscribe(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const done = await this.bars.unsubscribe(token);
    send(reply, done ? 200 : 404, unsubscribePage(done ? 'done' : 'invalid'));
  }
}

function send(reply: FastifyReply, status: number, page: string): void {
  const headers = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' } as const; // prettier-ignore
  void reply.status(status).headers(headers).send(page);
}
