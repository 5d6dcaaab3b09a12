import { Database } from '@huiyin/database';
import { Deliveries } from '@huiyin/deliver';
import { findItem, listItems, readItem, readJourney, withoutUnseenRepeats } from '@huiyin/journey';
import { CodedError } from '@huiyin/loop';
import { Messages } from '@huiyin/mail';
import { may, UnitDirectory, type Principal, type Sight } from '@huiyin/org';
import { Controller, Get, Injectable, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { RightsDesk } from '../customers/rights-desk.js';
import { unitPath } from '../http/unit-path.js';
import { ItemDetailDto } from './item.dto.js';
import { ItemPageDto, JourneyDto } from './items.dto.js';
import { inFull } from './in-full.js';
import { ListFeedbackDto, listing, OneFeedbackDto } from './list-feedback.dto.js';

/** What was said to the customer of an item, and what they have written back. */
@Injectable()
export class Told {
  constructor(
    readonly deliveries: Deliveries,
    readonly messages: Messages,
  ) {}
}

/** Items as they are seen: in lists, whole, and with their journey. */
@ApiTags('read')
@Controller('api/v1/feedback')
export class ReadController {
  constructor(
    private readonly db: Database,
    private readonly units: UnitDirectory,
    private readonly told: Told,
    private readonly desk: RightsDesk,
  ) {}

  @Get()
  @Requires('feedback:read')
  @ApiOperation({ summary: 'List items' })
  @ApiOkResponse({ type: ItemPageDto })
  async list(@Query() query: ListFeedbackDto, @Sees() sight: Sight): Promise<ItemPageDto> {
    const { filter, page } = listing(query, await unitPath(query.unit, this.units));
    return listItems(this.db, { ...filter, sight }, page);
  }

  @Get(':idOrReference')
  @Requires('feedback:read')
  @ApiOperation({
    summary: 'One item, by id or reference',
    description:
      'Personal data is masked. With `reveal=true` and the scope personal:read it is shown, and that is on the audit.',
  })
  @ApiOkResponse({ type: ItemDetailDto })
  async one(
    @Param('idOrReference') name: string,
    @Query() { reveal }: OneFeedbackDto,
    @Who() who: Principal,
    @Sees() sight: Sight,
  ): Promise<ItemDetailDto> {
    const id = await findItem(this.db, name, sight);
    const [item, deliveries, messages] = await Promise.all([
      readItem(this.db, id),
      this.told.deliveries.ofFeedback(id),
      this.told.messages.ofItem(id),
    ]);
    const seen = { ...(await withoutUnseenRepeats(this.db, item, sight)), deliveries, messages };
    if (reveal !== 'true') return seen;
    if (!may(who, 'personal:read')) throw new CodedError('missing-scope', 'To reveal needs the scope "personal:read"');
    return inFull(seen, await this.desk.inTheNameOf(who.actor).reveal(id, null));
  }

  @Get(':idOrReference/journey')
  @Requires('feedback:read')
  @ApiOperation({
    summary: 'Every visit of an item with its times',
    description: 'The seconds sum to the age of the item.',
  })
  @ApiOkResponse({ type: JourneyDto })
  async journey(@Param('idOrReference') name: string, @Sees() sight: Sight): Promise<JourneyDto> {
    return readJourney(this.db, await findItem(this.db, name, sight));
  }
}
