import { LONGEST_TEMPLATE, PURPOSES, type Preview, type Purpose, type Template, type TemplateText } from '@huiyin/deliver'; // prettier-ignore
import { KINDS, type Kind } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';
import { OneOf, OptionalText, Text } from '../http/fields.js';

const nullable = { nullable: true } as const;
const LANGUAGES = ['zh', 'en'] as const;
type TextLanguage = (typeof LANGUAGES)[number];

/** The kind in an address that stands for all kinds. */
export const EVERY_KIND = 'any';

/** Which template, in an address. */
export class TemplateNameDto {
  @OneOf(PURPOSES, { description: 'What the message is for.', example: 'answer' })
  purpose!: Purpose;

  @OneOf([EVERY_KIND, ...KINDS], {
    description: 'Of the item; `any` where a kind has none of its own.',
    example: 'any',
  })
  kind!: Kind | typeof EVERY_KIND;

  @OneOf(LANGUAGES, { description: "Of the customer's words.", example: 'zh' })
  language!: TextLanguage;
}

/** The texts of a template. */
export class TemplateTextDto {
  @Text(1, LONGEST_TEMPLATE.subject, { description: 'One line.', example: '您的反馈已有答复（{{reference}}）' })
  subject!: string;

  @Text(1, LONGEST_TEMPLATE.body, {
    description:
      'Plain text with `{{reference}}`, `{{name}}` and, which it must hold, `{{reply}}` (answer) or `{{link}}` (survey).',
    example: '您好：\n\n您的反馈（编号 {{reference}}）答复如下：\n\n{{reply}}\n',
  })
  body!: string;

  @OptionalText(LONGEST_TEMPLATE.html, {
    description: 'A fragment of HTML with inline styles; made from `body` when left out. No scripts, forms, pictures.',
  })
  html?: string | null;

  @OptionalText(LONGEST_TEMPLATE.sms, { description: 'The same as SMS; the default when left out.' })
  sms?: string | null;
}

/** A template in use. */
export class TemplateDto implements Omit<Template, 'kind'> {
  @ApiProperty({ enum: PURPOSES })
  purpose!: Purpose;

  @ApiProperty({ enum: [EVERY_KIND, ...KINDS] })
  kind!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: TextLanguage;

  @ApiProperty()
  subject!: string;

  @ApiProperty()
  body!: string;

  @ApiProperty({ type: String, ...nullable })
  html!: string | null;

  @ApiProperty({ type: String, ...nullable })
  sms!: string | null;

  @ApiProperty({ description: '0 is the default, which nobody has changed.' })
  version!: number;

  @ApiProperty({ type: String, ...nullable, example: 'person:7' })
  changedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  changedAt!: string | null;
}

/** What to show. */
export class PreviewTemplateDto extends TemplateNameDto {
  @OptionalText(LONGEST_TEMPLATE.subject, { description: 'To be tried; with `body`. Left out: the template in use.' })
  subject?: string;

  @OptionalText(LONGEST_TEMPLATE.body, { description: 'To be tried.' })
  body?: string;

  @OptionalText(LONGEST_TEMPLATE.html, { description: 'To be tried.' })
  html?: string;

  @OptionalText(LONGEST_TEMPLATE.sms, { description: 'To be tried.' })
  sms?: string;

  @OptionalText(100, { description: 'Id or reference of an item to show it for; a sample when left out.' })
  item?: string;

  /** The texts to be tried; null when none are given. */
  static textOf({ subject, body, html, sms }: PreviewTemplateDto): TemplateText | null {
    if (subject === undefined && body === undefined) return null;
    return { subject: subject ?? '', body: body ?? '', html: html ?? null, sms: sms ?? null };
  }
}

class SmsPreviewDto {
  @ApiProperty()
  text!: string;

  @ApiProperty({ enum: ['gsm-7', 'ucs-2'] })
  encoding!: 'gsm-7' | 'ucs-2';

  @ApiProperty({ description: 'Places; in Chinese one part takes 70, each of several 67.' })
  length!: number;

  @ApiProperty({ description: 'What is charged.' })
  parts!: number;
}

/** A message as its reader will see it. */
export class PreviewDto implements Preview {
  @ApiProperty()
  subject!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ description: 'Show it in a frame without scripts.' })
  html!: string;

  @ApiProperty({ type: SmsPreviewDto })
  sms!: SmsPreviewDto;
}
