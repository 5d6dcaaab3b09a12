import { Database } from '@huiyin/database';
import { EXPORT_FORMATS, exportFeedback } from '@huiyin/journey';
import { recordAudit, sightOf, UnitDirectory, type Principal } from '@huiyin/org';
import { Controller, Get, Headers, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Requires, Who } from '../auth/access.js';
import { listing } from '../feedback/list-feedback.dto.js';
import { languageOf } from '../http/language.js';
import { unitPath } from '../http/unit-path.js';
import { ExportFeedbackDto } from './export-feedback.dto.js';

/** Feedback as files to take along. */
@ApiTags('read')
@Controller('api/v1/feedback/export')
export class ExportsController {
  constructor(
    private readonly db: Database,
    private readonly units: UnitDirectory,
  ) {}

  @Get()
  @Requires('feedback:export')
  @ApiOperation({
    summary: 'Export the items that one may see, as CSV, XLSX or NDJSON',
    description:
      'Narrowed like the list. Personal data is masked; no cell is a formula. Each export is put on record, before its first byte and when it ends.',
  })
  @ApiProduces(...Object.values(EXPORT_FORMATS))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Query() query: ExportFeedbackDto,
    @Headers('accept-language') accepted: string | undefined,
    @Who() who: Principal,
  ): Promise<StreamableFile> {
    const { format, language, ...narrowing } = query;
    const { filter, page } = listing(narrowing, await unitPath(query.unit, this.units));
    const { q, ...named } = narrowing;
    const record = (more: object) =>
      recordAudit(this.db, {
        actor: who.actor,
        action: 'feedback.exported',
        subject: `export:${id}`,
        // Words that were searched for may be somebody's name or number.
        details: { format, filter: { ...named, ...(q === undefined ? {} : { q: '…' }) }, ...more },
      });
    const id = randomUUID();
    await record({ phase: 'begun' });
    const file = exportFeedback(this.db, {
      filter: { ...filter, sight: sightOf(who) },
      sort: page.sort,
      format,
      language: language ?? languageOf(accepted),
      ended: (rows, complete) => record({ phase: 'ended', rows, complete }),
    });
    return new StreamableFile(Readable.from(file, { objectMode: false }), {
      type: EXPORT_FORMATS[format],
      disposition: `attachment; filename="feedback.${format}"`,
    });
  }
}
