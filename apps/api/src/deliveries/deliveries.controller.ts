import { Database } from '@huiyin/database';
import { Deliveries } from '@huiyin/deliver';
import { findItem, itemOfDelivery } from '@huiyin/journey';
import { sightOf, type Principal, type Sight } from '@huiyin/org';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { ReasonDto } from '../feedback/resolve.dto.js';
import { badId } from '../http/validation.js';
import { DeliveryDecisionDto, DeliveryDto } from './delivery.dto.js';

/** Deliveries: what the customer was told, through what, with what proof. */
@ApiTags('deliver')
@Controller('api/v1')
export class DeliveriesController {
  constructor(
    private readonly db: Database,
    private readonly deliveries: Deliveries,
  ) {}

  @Get('feedback/:idOrReference/deliveries')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'The deliveries of an item' })
  @ApiOkResponse({ type: [DeliveryDto] })
  async ofItem(@Param('idOrReference') name: string, @Sees() sight: Sight): Promise<DeliveryDto[]> {
    return this.deliveries.ofFeedback(await findItem(this.db, name, sight));
  }

  @Post('deliveries/:id/decision')
  @HttpCode(204)
  @Requires('feedback:resolve')
  @ApiOperation({ summary: 'Decide about a delivery that failed or is unknown' })
  @ApiNoContentResponse()
  async decide(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: badId })) id: string,
    @Body() body: DeliveryDecisionDto,
    @Who() who: Principal,
  ): Promise<void> {
    await itemOfDelivery(this.db, id, sightOf(who));
    await this.deliveries.decide(id, body.decision, who.actor);
  }

  @Post('feedback/:idOrReference/undeliverable')
  @HttpCode(204)
  @Requires('feedback:resolve')
  @ApiOperation({ summary: 'No channel reaches the customer', description: 'Closes the item with the written reason.' })
  @ApiNoContentResponse()
  async undeliverable(
    @Param('idOrReference') name: string,
    @Body() body: ReasonDto,
    @Who() who: Principal,
  ): Promise<void> {
    await this.deliveries.markUndeliverable(await findItem(this.db, name, sightOf(who)), body.reason, who.actor);
  }
}
