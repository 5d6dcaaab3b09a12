import { EXPORT_FORMAT_NAMES, type ExportFormat } from '@huiyin/journey';
import { LANGUAGES, type Language } from '@huiyin/org';
import { OmitType } from '@nestjs/swagger';
import { ListFeedbackDto } from '../feedback/list-feedback.dto.js';
import { OneOf, OptionalOneOf } from '../http/fields.js';

/** What an export is narrowed to, as in the list, and how it is written. */
export class ExportFeedbackDto extends OmitType(ListFeedbackDto, ['cursor', 'limit'] as const) {
  @OneOf(EXPORT_FORMAT_NAMES, { description: 'CSV and XLSX have a head in the language; NDJSON has names of fields.' })
  format!: ExportFormat;

  @OptionalOneOf(LANGUAGES, { description: 'Of the head; as `Accept-Language` says when left out.' })
  language?: Language;
}
