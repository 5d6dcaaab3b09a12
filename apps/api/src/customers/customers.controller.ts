import { CodedError } from '@huiyin/loop';
import { sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RecordedItself } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { badId } from '../http/validation.js';
import { ErasedDto, ExportCustomerDto, FindCustomerDto, FoundCustomersDto, PersonFileDto } from './customers.dto.js';
import { personCsv } from './person-csv.js';
import { RightsDesk } from './rights-desk.js';

const Id = () => Param('id', new ParseUUIDPipe({ exceptionFactory: badId }));

/** The copy in both its forms, for the documents. */
const COPY = {
  'application/json': { schema: { $ref: getSchemaPath(PersonFileDto) } },
  'text/csv': { schema: { type: 'string', example: 'about,at,field,value' } },
};

/** What a customer may ask for: what is held about them, a copy of it, and its end. Each act is on the audit. */
@ApiTags('customers')
@Controller('api/v1/customers')
export class CustomersController {
  constructor(private readonly desk: RightsDesk) {}

  @Post('find')
  @HttpCode(200)
  @Requires('personal:erase')
  @RecordedItself()
  @ApiOperation({ summary: 'Find a customer by phone, e-mail or id', description: 'Answered masked.' })
  @ApiOkResponse({ type: FoundCustomersDto })
  async find(@Body() body: FindCustomerDto, @Who() who: Principal): Promise<FoundCustomersDto> {
    refusePart(who);
    return { items: await this.desk.inTheNameOf(who.actor).find(body) };
  }

  @Post(':id/export')
  @HttpCode(200)
  @Requires('personal:erase')
  @RecordedItself()
  @ApiOperation({ summary: 'Everything held about a customer, in full', description: 'As JSON, or as CSV.' })
  @ApiExtraModels(PersonFileDto)
  @ApiOkResponse({ content: COPY })
  async export(
    @Id() id: string,
    @Body() { format }: ExportCustomerDto,
    @Who() who: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonFileDto | string> {
    refusePart(who);
    const file = await this.desk.inTheNameOf(who.actor).export(id);
    void reply.header('cache-control', 'no-store');
    if (format !== 'csv') return file as PersonFileDto;
    void reply.header('content-type', 'text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="customer-${id}.csv"`);
    return personCsv(file);
  }

  @Post(':id/erase')
  @HttpCode(200)
  @Requires('personal:erase')
  @RecordedItself()
  @ApiOperation({
    summary: 'Erase a customer',
    description:
      'Their key is destroyed; texts stay masked, times and figures stay under an id of whom nothing is known. Doing it again changes nothing.',
  })
  @ApiOkResponse({ type: ErasedDto })
  async erase(@Id() id: string, @Who() who: Principal): Promise<ErasedDto> {
    refusePart(who);
    return this.desk.inTheNameOf(who.actor).erase(id);
  }
}

/** A person's data lies with every unit that had to do with them: half of it is neither a copy nor an end. */
function refusePart(who: Principal): void {
  if (!sightOf(who).everything)
    throw new CodedError('missing-scope', 'This is about all units; ask somebody who is bound to none of them');
}
