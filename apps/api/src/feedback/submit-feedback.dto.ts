import { checkPiece, CUSTOMER_RULES, PIECE_RULES, type Piece } from '@huiyin/collect';
import type { IntakeChannel, Kind, Phase } from '@huiyin/loop';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Described } from '../http/fields.js';

/** What the sender knows of the customer. */
export class CustomerDto {
  @Described(CUSTOMER_RULES.id, { description: "The customer's id in the system named by `source`." })
  id?: string;

  @Described(CUSTOMER_RULES.name, { description: 'Name.', example: '王小明' })
  name?: string;

  @Described(CUSTOMER_RULES.phone, { description: 'Phone number.', example: '13800001234' })
  phone?: string;

  @Described(CUSTOMER_RULES.email, { description: 'E-mail address.' })
  email?: string;

  @Described(CUSTOMER_RULES.region, { description: 'Region, as routing rules name it.', example: '广东' })
  region?: string;

  @Described(CUSTOMER_RULES.tier, { description: 'Customer tier, such as a star level.' })
  tier?: string;
}

/** One piece of feedback; only `text` is needed. Its rules are those of every door. */
export class SubmitFeedbackDto implements Piece {
  /** The same check as for a batch and for files. */
  static readonly check = checkPiece;

  @Described(PIECE_RULES.text, {
    description: "The customer's own words.",
    example: '地铁里 5G 信号时断时续，希望增加基站。',
  })
  text!: string;

  @Described(PIECE_RULES.subject, { description: 'A title, when the sender has one.' })
  subject?: string;

  @Described(PIECE_RULES.kind, { description: 'Kind; the analysis decides when it is left out.' })
  kind?: Kind;

  @Described(PIECE_RULES.channel, { description: 'Channel it came in through; `other` when left out.' })
  channel?: IntakeChannel;

  @Described(PIECE_RULES.source, {
    description: "The sender's name, such as `crm-guangdong`. Unique together with `externalId`.",
  })
  source?: string;

  @Described(PIECE_RULES.externalId, { description: "The sender's own id of this piece." })
  externalId?: string;

  @ApiPropertyOptional({ type: CustomerDto })
  customer?: CustomerDto;

  @Described(PIECE_RULES.unit, { description: 'Code of the unit that took it down.' })
  unit?: string;

  @Described(PIECE_RULES.product, { description: 'Product it is about.' })
  product?: string;

  @Described(PIECE_RULES.phase, { description: 'When in the service it happened.' })
  phase?: Phase;

  @Described(PIECE_RULES.occurredAt, { description: 'When it happened.' })
  occurredAt?: string;

  @Described(PIECE_RULES.tags, { description: 'Words to find it by.' })
  tags?: string[];

  @Described(PIECE_RULES.attributes, { description: "Anything else of the sender's, kept as it is." })
  attributes?: Record<string, unknown>;
}
