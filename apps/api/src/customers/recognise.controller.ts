import { Database } from '@huiyin/database';
import { itemsOfCustomers } from '@huiyin/journey';
import { sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedItself } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { RecogniseDto, RecognisedDto } from './recognise.dto.js';
import { RightsDesk } from './rights-desk.js';

/** Who is on the line, for whoever takes the call. */
@ApiTags('customers')
@Controller('api/v1/customers')
export class RecogniseController {
  constructor(
    private readonly db: Database,
    private readonly desk: RightsDesk,
  ) {}

  @Post('recognise')
  @HttpCode(200)
  @Requires('feedback:read')
  @RecordedItself()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Recognise a customer by phone, with what they wait for',
    description:
      'Answered masked; each look is on the audit. Whoever belongs to a part of the organisation is told only of customers ' +
      'of whom they may see an item.',
  })
  @ApiOkResponse({ type: RecognisedDto })
  async recognise(@Body() { phone }: RecogniseDto, @Who() who: Principal): Promise<RecognisedDto> {
    const sight = sightOf(who);
    const found = await this.desk.inTheNameOf(who.actor).find({ phone });
    const ids = found.map(({ id }) => id);
    const items = await itemsOfCustomers(this.db, ids, sight);
    const known = sight.everything || items.open.length + items.closed > 0;
    const [first] = known ? found : [];
    if (!first) return { customer: null, open: [], closed: 0 };
    const { id, name, phone: masked, region } = first;
    return { customer: { id, name, phone: masked, region }, ...items };
  }
}
