import { Imports } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { enforceBinding, may, sightOf, UnitDirectory, type Principal } from '@huiyin/org';
import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Requires, Who } from '../auth/access.js';
import { languageOf } from '../http/language.js';
import { badId } from '../http/validation.js';
import { FORM } from './form.js';
import {
  ImportDto,
  importDto,
  ImportPageDto,
  ImportQueuedDto,
  ListImportsDto,
  ImportPreviewDto,
} from './imports.dto.js';
import { instructionsOf } from './instructions.js';
import { rejectsCsv } from './rejects-csv.js';
import { senderOf } from './sender.js';
import { receiveUpload, type Upload } from './upload.js';

const anId = () => new ParseUUIDPipe({ exceptionFactory: badId });

/** Feedback as files. */
@ApiTags('collect')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly units: UnitDirectory,
  ) {}

  @Post()
  @HttpCode(202)
  @Requires('feedback:write')
  @ApiOperation({
    summary: 'Hand in a file: CSV (UTF-8 or GB18030), XLSX or NDJSON, up to 100 MB',
    description:
      'Answered when the file is stored and its first rows could be read; a worker takes it in then. The same file twice adds nothing. The mapping is remembered for the next file of the same `source`.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @ApiAcceptedResponse({ type: ImportQueuedDto })
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Who() who: Principal,
  ): Promise<ImportQueuedDto> {
    const sender = senderOf(who);
    const upload = await receiveUpload(request, reply, { imports: this.imports, sender });
    const instructions = await this.instructions(upload, who);
    return { id: (await this.imports.start(upload.received, instructions, sender)).id };
  }

  @Post('preview')
  @HttpCode(200)
  @Requires('feedback:write')
  @ApiOperation({
    summary: 'See how a file would be read',
    description:
      'Its first 20 rows, a mapping guessed from the names of its columns, and what is wrong. Nothing is kept.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @ApiOkResponse({ type: ImportPreviewDto })
  async preview(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Who() who: Principal,
  ): Promise<ImportPreviewDto> {
    const upload = await receiveUpload(request, reply, { imports: this.imports, sender: senderOf(who) });
    const preview = await this.imports.preview(upload.received, await this.instructions(upload, who));
    const { format, encoding, delimiter } = preview.reading;
    const { columns, mapping, problems, rows } = preview;
    return { format, encoding, delimiter, columns, mapping: mapping.columns, problems, rows };
  }

  @Get()
  @Requires('feedback:write')
  @ApiOperation({
    summary: 'Your imports, newest first',
    description: 'With the scope `admin`, and sight of all units, everybody’s.',
  })
  @ApiOkResponse({ type: ImportPageDto })
  async list(@Query() { cursor, limit = 50 }: ListImportsDto, @Who() who: Principal): Promise<ImportPageDto> {
    const found = await this.imports.list({ actor: ownOnly(who), after: cursor ?? null, limit: limit + 1 });
    const items = found.slice(0, limit).map(importDto);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  @Get(':id')
  @Requires('feedback:write')
  @ApiOperation({ summary: 'How far an import is' })
  @ApiOkResponse({ type: ImportDto })
  async one(@Param('id', anId()) id: string, @Who() who: Principal): Promise<ImportDto> {
    return importDto(await this.imports.get(id, ownOnly(who)));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('feedback:write')
  @ApiOperation({ summary: 'Stop an import', description: 'What it has accepted stays.' })
  @ApiOkResponse({ type: ImportDto })
  async cancel(@Param('id', anId()) id: string, @Who() who: Principal): Promise<ImportDto> {
    await this.imports.get(id, ownOnly(who));
    return importDto(await this.imports.cancel(id));
  }

  @Get(':id/rejects')
  @Requires('feedback:write')
  @ApiOperation({ summary: 'The rejected rows as CSV, with line and reason', description: 'Kept for some days.' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async rejects(
    @Param('id', anId()) id: string,
    @Headers('accept-language') language: string | undefined,
    @Who() who: Principal,
  ): Promise<StreamableFile> {
    await this.imports.get(id, ownOnly(who));
    const lines = rejectsCsv(await this.imports.rejects(id), languageOf(language));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="rejects-${id}.csv"`,
    });
  }

  /** What was said beside the file; it is forgotten when that is wrong. */
  private async instructions({ received, fields }: Upload, who: Principal) {
    try {
      const instructions = instructionsOf(fields);
      const { fixed, source } = instructions;
      const said = { ...fixed, ...(source === undefined ? {} : { source }) };
      const [bound] = await enforceBinding([said], who, this.units);
      if (bound instanceof CodedError) throw bound;
      const unit = fixed?.['unit'];
      if (unit !== undefined && !(await this.units.resolve([unit])).has(unit))
        throw new CodedError('unknown-unit', `There is no unit "${unit}". GET /api/v1/units lists them.`, [
          { field: 'unit', message: 'no such unit' },
        ]);
      return instructions;
    } catch (error) {
      await this.imports.drop(received.id);
      throw error;
    }
  }
}

/** Everybody sees their own imports; administrators of the whole organisation see all. */
function ownOnly(who: Principal): string | null {
  return may(who, 'admin') && sightOf(who).everything ? null : who.actor;
}
