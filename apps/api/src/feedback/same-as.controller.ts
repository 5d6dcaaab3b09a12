import { attachItem, type SameAs } from '@huiyin/analyze';
import { invalid } from '@huiyin/collect';
import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import { CodedError } from '@huiyin/loop';
import { may, sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { AttachedDto, SameAsDto } from './same-as.dto.js';

/** Whoever takes a piece down knows better than any machine that somebody has said so before. */
@ApiTags('analyze')
@Controller('api/v1/feedback/:idOrReference/same-as')
export class SameAsController {
  constructor(private readonly db: Database) {}

  @Post()
  @HttpCode(200)
  @Requires('feedback:write')
  @ApiOperation({
    summary: 'Say that it is about the same as another item or a cluster',
    description:
      'It joins that cluster and stays there; of the same customer it is kept as said again besides. ' +
      'An item that somebody else handed in is moved only by those who hold clusters:write.',
  })
  @ApiOkResponse({ type: AttachedDto })
  async sameAs(
    @Param('idOrReference') name: string,
    @Body() body: SameAsDto,
    @Who() who: Principal,
  ): Promise<AttachedDto> {
    const id = await findItem(this.db, name, sightOf(who));
    if (!may(who, 'clusters:write') && !(await this.tookDown(id, who)))
      throw new CodedError('missing-scope', 'To put what somebody else handed in into a cluster needs the scope "clusters:write"'); // prettier-ignore
    return attachItem(this.db, id, await this.other(id, body, who), who.actor);
  }

  private async other(id: string, { item, cluster }: SameAsDto, who: Principal): Promise<SameAs> {
    if (item !== undefined) {
      const other = await findItem(this.db, item, sightOf(who));
      if (other === id) throw invalid([{ field: 'item', message: 'must be another item' }]);
      return { item: other };
    }
    if (cluster === undefined) throw invalid([{ field: 'item', message: 'give an item or a cluster' }]);
    return { cluster };
  }

  private async tookDown(id: string, { actor }: Principal): Promise<boolean> {
    const rows = await this.db.query('select from feedback_words where feedback_id = $1 and accepted_by = $2', [
      id,
      actor,
    ]);
    return rows.length > 0;
  }
}
