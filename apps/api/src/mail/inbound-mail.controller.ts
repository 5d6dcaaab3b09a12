import { checkSender, InboundSources, stranger } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { MailTaking, readMail, type Noted } from '@huiyin/mail';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../auth/access.js';

const OUTCOMES = ['reply', 'new-item', 'bounce', 'automatic', 'loop', 'too-many', 'belongs-nowhere', 'empty', 'refused', 'known']; // prettier-ignore

/** What became of a mail. */
export class InboundMailDto {
  @ApiProperty({ enum: OUTCOMES, description: '`known`: it had come before, and nothing was done.' })
  outcome!: Noted['outcome'] | 'known';
}

/** The door for mail providers and mail servers that hand mail over by HTTP, as it came. */
@ApiTags('inbound')
@Controller('api/v1/inbound-mail')
export class InboundMailController {
  constructor(
    private readonly sources: InboundSources,
    private readonly taking: MailTaking,
  ) {}

  @Post(':source')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Hand a mail over as it came (RFC 5322)',
    description:
      'Signed or with a token, as the inbound source of that name says. Replies find their item, reports of undelivered mail their delivery. The same mail is taken once, through whichever door. What a mail says of its sender is not believed.',
  })
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', format: 'binary', maxLength: 8_388_608 } })
  @ApiOkResponse({ type: InboundMailDto })
  async receive(
    @Param('source') name: string,
    @Body() body: Buffer | undefined,
    @Req() { headers }: FastifyRequest,
  ): Promise<InboundMailDto> {
    const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const source = await this.sources.receiving(name);
    if (!source) throw stranger();
    const { check, secrets, wallSeconds } = source;
    checkSender(check, secrets, { headers, body: raw, wallSeconds });
    const mail = await readMail(raw).catch(() => null);
    if (mail === null) await this.taking.noteUnreadable(raw, `inbound:${name}`);
    if (raw.length === 0 || mail === null)
      throw new CodedError('malformed-body', 'Send the mail as it came, Content-Type: message/rfc822.');
    const noted = await this.taking.take(mail, `inbound:${name}`);
    return { outcome: noted?.outcome ?? 'known' };
  }
}
