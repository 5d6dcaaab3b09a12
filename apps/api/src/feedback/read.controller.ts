import { Database } from '@huiyin/database';
import { Deliveries } from '@huiyin/deliver';
import { findItem, listItems, readItem, readJourney } from '@huiyin/journey';
import { UnitDirectory } from '@huiyin/org';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
import { unitPath } from '../http/unit-path.js';
import { ItemDetailDto } from './item.dto.js';
import { ItemPageDto, JourneyDto } from './items.dto.js';
import { ListFeedbackDto, listing } from './list-feedback.dto.js';

/** Items as they are seen: in lists, whole, and with their journey. */
@ApiTags('read')
@Controller('api/v1/feedback')
export class ReadController {
  constructor(
    private readonly db: Database,
    private readonly units: UnitDirectory,
    private readonly deliveries: Deliveries,
  ) {}

  @Get()
  @Requires('feedback:read')
  @ApiOperation({ summary: 'List items' })
  @ApiOkResponse({ type: ItemPageDto })
  async list(@Query() query: ListFeedbackDto): Promise<ItemPageDto> {
    const { filter, page } = listing(query, await unitPath(query.unit, this.units));
    return listItems(this.db, filter, page);
  }

  @Get(':idOrReference')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'One item, by id or reference' })
  @ApiOkResponse({ type: ItemDetailDto })
  async one(@Param('idOrReference') name: string): Promise<ItemDetailDto> {
    const id = await findItem(this.db, name);
    const [item, deliveries] = await Promise.all([readItem(this.db, id), this.deliveries.ofFeedback(id)]);
    return { ...item, deliveries };
  }

  @Get(':idOrReference/journey')
  @Requires('feedback:read')
  @ApiOperation({
    summary: 'Every visit of an item with its times',
    description: 'The seconds sum to the age of the item.',
  })
  @ApiOkResponse({ type: JourneyDto })
  async journey(@Param('idOrReference') name: string): Promise<JourneyDto> {
    return readJourney(this.db, await findItem(this.db, name));
  }
}
