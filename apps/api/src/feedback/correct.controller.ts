import { correct, listCorrections } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import { sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { CorrectDto, CorrectedDto } from './correction.dto.js';

/** People put right what the analysis found. */
@ApiTags('analyze')
@Controller('api/v1/feedback/:idOrReference')
export class CorrectController {
  constructor(private readonly db: Database) {}

  @Patch()
  @Requires('feedback:write')
  @ApiOperation({
    summary: 'Correct kind, category or sentiment',
    description:
      'It shows at once, no later analysis changes it, and it becomes an example to train on. Stage and times stay as they are.',
  })
  @ApiOkResponse({ type: CorrectedDto })
  async correct(
    @Param('idOrReference') name: string,
    @Body() body: CorrectDto,
    @Who() who: Principal,
  ): Promise<CorrectedDto> {
    const id = await findItem(this.db, name, sightOf(who));
    await correct(this.db, id, body, who.actor);
    return { id, corrections: await listCorrections(this.db, id) };
  }
}
