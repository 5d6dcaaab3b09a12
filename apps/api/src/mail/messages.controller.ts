import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import { MESSAGE_DECISIONS, Messages, type MessageDecision } from '@huiyin/mail';
import { seenBy, sightOf, type Principal, type Sight } from '@huiyin/org';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { OneOf, OptionalLimit } from '../http/fields.js';
import { badId } from '../http/validation.js';
import { OpenMessageDto } from './message.dto.js';

/** What to do about a message. */
export class MessageDecisionDto {
  @OneOf(MESSAGE_DECISIONS, {
    description:
      '`noted`: it was read. `not-solved`: it says so; the next cycle begins, as after that answer on the page.',
  })
  decision!: MessageDecision;
}

/** How many. */
export class ListMessagesDto {
  @OptionalLimit()
  limit?: number;
}

/** What customers have written back by mail. */
@ApiTags('recollect')
@Controller('api/v1')
export class MessagesController {
  constructor(
    private readonly db: Database,
    private readonly messages: Messages,
  ) {}

  @Get('messages')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'Messages that wait for a person, the oldest first' })
  @ApiOkResponse({ type: [OpenMessageDto] })
  list(@Query() { limit = 50 }: ListMessagesDto, @Sees() sight: Sight): Promise<OpenMessageDto[]> {
    return this.messages.open(seenBy(sight), limit);
  }

  @Post('feedback/:idOrReference/messages/:id/decision')
  @HttpCode(204)
  @Requires('feedback:resolve')
  @ApiOperation({ summary: 'Decide about a message' })
  @ApiNoContentResponse()
  async decide(
    @Param('idOrReference') name: string,
    @Param('id', new ParseUUIDPipe({ exceptionFactory: badId })) id: string,
    @Body() { decision }: MessageDecisionDto,
    @Who() who: Principal,
  ): Promise<void> {
    const item = await findItem(this.db, name, sightOf(who));
    await this.messages.decide(item, id, decision, who.actor);
  }
}
