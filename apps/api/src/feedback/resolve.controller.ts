import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import { sightOf, UnitDirectory, type Principal, type Sight } from '@huiyin/org';
import { Resolutions } from '@huiyin/resolve';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { takingUnit } from '../http/unit-path.js';
import { HandBackDto, ReasonDto, ResolutionDto, ResolvedDto } from './resolve.dto.js';

/** What people do with an item that waits for them. */
@ApiTags('resolve')
@Controller('api/v1/feedback/:idOrReference')
export class ResolveController {
  constructor(
    private readonly db: Database,
    private readonly resolutions: Resolutions,
    private readonly units: UnitDirectory,
  ) {}

  @Post('take')
  @HttpCode(204)
  @Requires('feedback:resolve')
  @ApiOperation({
    summary: 'Take the item in hand',
    description: 'From now on the time in resolve counts as worked on.',
  })
  @ApiNoContentResponse()
  async take(@Param('idOrReference') name: string, @Sees() sight: Sight): Promise<void> {
    await this.resolutions.take(await findItem(this.db, name, sight));
  }

  @Post('resolution')
  @HttpCode(202)
  @Requires('feedback:resolve')
  @ApiOperation({ summary: 'Resolve the item', description: 'It goes on to deliver; the customer is told.' })
  @ApiAcceptedResponse({ type: ResolvedDto })
  async resolve(
    @Param('idOrReference') name: string,
    @Body() body: ResolutionDto,
    @Who() who: Principal,
  ): Promise<ResolvedDto> {
    return this.resolutions.resolve(await this.seen(name, who), body, who.actor);
  }

  @Post('hand-back')
  @HttpCode(204)
  @Requires('feedback:resolve')
  @ApiOperation({ summary: 'Hand the item back to routing, or over to another unit' })
  @ApiNoContentResponse()
  async handBack(
    @Param('idOrReference') name: string,
    @Body() body: HandBackDto,
    @Who() who: Principal,
  ): Promise<void> {
    const id = await this.seen(name, who);
    const toUnitId = body.unit ? (await takingUnit(body.unit, this.units)).id : null;
    await this.resolutions.handBack(id, { reason: body.reason, toUnitId }, who.actor);
  }

  @Post('dismissal')
  @HttpCode(204)
  @Requires('feedback:resolve')
  @ApiOperation({
    summary: 'Close the item without an answer',
    description: 'Spam, or withdrawn by the customer; the reason is kept.',
  })
  @ApiNoContentResponse()
  async dismiss(@Param('idOrReference') name: string, @Body() body: ReasonDto, @Who() who: Principal): Promise<void> {
    await this.resolutions.dismiss(await this.seen(name, who), body.reason, who.actor);
  }

  private seen(name: string, who: Principal): Promise<string> {
    return findItem(this.db, name, sightOf(who));
  }
}
