import { Imports, invalid, PIECE_RULES } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { enforceBinding, UnitDirectory, type Principal } from '@huiyin/org';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags, type ApiBodyOptions } from '@nestjs/swagger';
import { RecordedItself } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { SAID } from './form.js';
import { SourceMappingDto, sourceMappingDto } from './imports.dto.js';
import { instructionsOf } from './instructions.js';
import { senderOf } from './sender.js';

const BODY = { schema: { type: 'object', required: ['mapping'], properties: SAID } } as unknown as ApiBodyOptions;

/** How the columns of each source's files are read. */
@ApiTags('collect')
@Controller('api/v1/imports/mappings')
export class MappingsController {
  constructor(
    private readonly imports: Imports,
    private readonly units: UnitDirectory,
  ) {}

  @Get(':source')
  @Requires('feedback:write')
  @ApiOperation({ summary: 'The mapping remembered for a source' })
  @ApiOkResponse({ type: SourceMappingDto })
  async get(@Param('source') source: string, @Who() who: Principal): Promise<SourceMappingDto> {
    await this.refuseOthers(source, {}, who);
    const found = await this.imports.mapping(source);
    if (!found)
      throw new CodedError('not-found', 'No mapping is remembered for this source. PUT one, or import a file.');
    return sourceMappingDto(found);
  }

  @Put(':source')
  @Requires('feedback:write')
  @RecordedItself()
  @ApiOperation({
    summary: 'Remember a mapping for the files of a source',
    description: 'Who belongs to a part of the organisation begins one, and changes only what they made themselves.',
  })
  @ApiBody(BODY)
  @ApiOkResponse({ type: SourceMappingDto })
  async put(
    @Param('source') source: string,
    @Body() body: Record<string, unknown>,
    @Who() who: Principal,
  ): Promise<SourceMappingDto> {
    const problem = PIECE_RULES.source.problem(source);
    if (problem !== undefined) throw invalid([{ field: 'source', message: problem }]);
    const { source: other, columns, values, fixed = {}, zone = '+08:00', reading } = instructionsOf(body ?? {});
    if (other !== undefined) throw invalid([{ field: 'source', message: 'is named in the address already' }]);
    if (columns?.['text'] === undefined)
      throw invalid([{ field: 'mapping.text', message: "which column holds the customer's words?" }]);
    await this.refuseOthers(source, fixed, who);
    const mapping = {
      columns,
      fixed,
      zone,
      ...(values ? { values } : {}),
      ...(reading && Object.keys(reading).length > 0 ? { reading } : {}),
    };
    return sourceMappingDto(await this.imports.keepMapping({ source, mapping }, senderOf(who)));
  }

  /** A key that is bound to a source has no business with others. */
  private async refuseOthers(source: string, fixed: object, who: Principal): Promise<void> {
    const [bound] = await enforceBinding([{ ...fixed, source }], who, this.units);
    if (bound instanceof CodedError) throw bound;
  }
}
