import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import type { Principal, Sight } from '@huiyin/org';
import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedItself } from '../audit/recorded.js';
import { Requires, Sees, Who } from '../auth/access.js';
import { RevealDto, RevealedItemDto } from './customers.dto.js';
import { RightsDesk } from './rights-desk.js';

/** Everywhere else personal data is masked; here it is shown, one item at a time, and who looked is on the audit. */
@ApiTags('read')
@Controller('api/v1/feedback/:idOrReference')
export class RevealController {
  constructor(
    private readonly db: Database,
    private readonly desk: RightsDesk,
  ) {}

  @Post('reveal')
  @HttpCode(200)
  @Requires('personal:read')
  @RecordedItself()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One item with its personal data in full', description: 'Each look is on the audit.' })
  @ApiOkResponse({ type: RevealedItemDto })
  async reveal(
    @Param('idOrReference') name: string,
    @Body() { reason }: RevealDto,
    @Who() who: Principal,
    @Sees() sight: Sight,
  ): Promise<RevealedItemDto> {
    const id = await findItem(this.db, name, sight);
    return (await this.desk.inTheNameOf(who.actor).reveal(id, reason ?? null)) as RevealedItemDto;
  }
}
