import { DELIMITERS, ENCODINGS, FILE_FORMATS } from '@huiyin/collect';
import { INTAKE_CHANNELS, KINDS, PHASES } from '@huiyin/loop';
import type { ApiBodyOptions } from '@nestjs/swagger';

/** What is said of a file and how its columns are read, for the documents. */
export const SAID = {
  mapping: {
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Field → column, as JSON. Left out: as remembered for the source, else columns named like the fields.',
    example: { text: '反馈内容', externalId: '工单编号', occurredAt: '受理时间', 'customer.phone': '联系电话' },
  },
  values: {
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
    description:
      "Field → the sender's value → ours, as JSON, for kind, channel, phase, unit and product. The usual Chinese and English names (投诉, 建议, 热线, phone) are known without. Left out: as remembered for the source.",
    example: { kind: { 投诉工单: 'complaint' }, channel: { '10086': 'hotline' } },
  },
  unit: { type: 'string', description: 'Code of the unit of rows that name none.' },
  channel: { enum: INTAKE_CHANNELS },
  kind: { enum: KINDS },
  product: { type: 'string' },
  phase: { enum: PHASES },
  timezone: { type: 'string', default: '+08:00', description: 'Of times that name none.' },
  encoding: { enum: ENCODINGS, description: 'Found out when left out.' },
  delimiter: { enum: DELIMITERS, description: 'Of CSV; found out when left out.' },
  format: { enum: FILE_FORMATS, description: 'Found out when left out.' },
  sheet: { type: 'string', description: 'Of a spreadsheet; its first one when left out.' },
} as const;

/** The form that a file is sent in, for the documents. */
export const FORM = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary' },
      source: {
        type: 'string',
        description: 'Name of the system that the file comes from: its rows are told apart by source and their own id.',
      },
      ...SAID,
    },
  },
} as unknown as ApiBodyOptions;
