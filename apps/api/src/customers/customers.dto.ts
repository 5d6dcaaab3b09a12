import type { Erased, FoundCustomer, PersonFile, RevealedItem } from '@huiyin/privacy';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { MaskedCustomerDto } from '../feedback/item.dto.js';
import { OptionalOneOf, OptionalText } from '../http/fields.js';

const nullable = { nullable: true } as const;

/** By what a customer is looked for. In the body, so that no address of a request holds it. */
export class FindCustomerDto {
  @OptionalText(40, { description: 'Telephone number, in any spelling.', example: '+86 138 1234 1234' })
  phone?: string;

  @OptionalText(254, { description: 'E-mail address.', example: 'alice@example.com' })
  email?: string;

  @OptionalText(200, { description: "The customer's id in the system named by `source`.", example: 'C-1001' })
  id?: string;

  @OptionalText(100, { description: 'The system that gave `id`.', example: 'crm' })
  source?: string;
}

/** A customer, masked. */
export class FoundCustomerDto
  extends PickType(MaskedCustomerDto, ['name', 'phone', 'email', 'region'] as const)
  implements FoundCustomer
{
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'How many items are theirs.' })
  items!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** Who was found. */
export class FoundCustomersDto {
  @ApiProperty({ type: [FoundCustomerDto] })
  items!: FoundCustomerDto[];
}

/** In what form. */
export class ExportCustomerDto {
  @OptionalOneOf(['json', 'csv'], { description: 'Form of the answer; `json` when left out.' })
  format?: 'json' | 'csv';
}

class CustomerInFullDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, ...nullable })
  name!: string | null;

  @ApiProperty({ type: String, ...nullable })
  phone!: string | null;

  @ApiProperty({ type: String, ...nullable })
  email!: string | null;

  @ApiProperty({ type: String, ...nullable })
  region!: string | null;

  @ApiProperty({ type: String, ...nullable })
  tier!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  erasedAt!: string | null;

  @ApiProperty({ type: [String], description: 'The kinds of what they are recognised by.', example: ['phone'] })
  recognisedBy!: string[];
}

class RevealedResolutionDto {
  @ApiProperty()
  cycle!: number;

  @ApiProperty()
  action!: string;

  @ApiProperty()
  summary!: string;

  @ApiProperty()
  reply!: string;
}

class RevealedDeliveryDto {
  @ApiProperty()
  purpose!: string;

  @ApiProperty()
  cycle!: number;

  @ApiProperty()
  channel!: string;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  sentAt!: string | null;

  @ApiProperty()
  subject!: string;

  @ApiProperty()
  body!: string;
}

class RevealedSurveyDto {
  @ApiProperty()
  cycle!: number;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  answeredAt!: string | null;

  @ApiProperty({ type: Boolean, ...nullable })
  solved!: boolean | null;

  @ApiProperty({ type: Number, ...nullable })
  score!: number | null;

  @ApiProperty({ type: String, ...nullable })
  comment!: string | null;
}

class RevealedMessageDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  cycle!: number;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty()
  text!: string;
}

/** What a customer told, in full. */
export class RevealedItemDto implements RevealedItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ type: String, ...nullable })
  source!: string | null;

  @ApiProperty({ type: String, ...nullable })
  externalId!: string | null;

  @ApiProperty({ type: String, ...nullable })
  subject!: string | null;

  @ApiProperty()
  text!: string;

  @ApiProperty({ type: Object, ...nullable, description: 'As the sender described them.' })
  customer!: Record<string, string | null> | null;

  @ApiProperty({ type: String, ...nullable })
  product!: string | null;

  @ApiProperty({ type: [String] })
  tags!: string[];

  @ApiProperty({ type: Object })
  attributes!: Record<string, unknown>;

  @ApiProperty({ type: [RevealedResolutionDto] })
  resolutions!: RevealedResolutionDto[];

  @ApiProperty({ type: [RevealedDeliveryDto] })
  deliveries!: RevealedDeliveryDto[];

  @ApiProperty({ type: [RevealedSurveyDto] })
  surveys!: RevealedSurveyDto[];

  @ApiProperty({ type: [RevealedMessageDto], description: 'What was written back by mail.' })
  messages!: RevealedMessageDto[];
}

/** Everything that is held about one customer. */
export class PersonFileDto implements PersonFile {
  @ApiProperty({ type: CustomerInFullDto })
  customer!: CustomerInFullDto;

  @ApiProperty({ type: [RevealedItemDto] })
  items!: RevealedItemDto[];
}

/** What erasing did; all zero the second time. */
export class ErasedDto implements Omit<Erased, 'waiting'> {
  @ApiProperty({ description: 'Items whose originals are gone.' })
  items!: number;

  @ApiProperty({ description: 'Keys that were destroyed.' })
  keys!: number;

  @ApiProperty({ description: 'Messages that had not been sent and never will be.' })
  deliveriesWithdrawn!: number;
}

/** Why it is looked at. */
export class RevealDto {
  @OptionalText(500, { description: 'Why, for the record. No personal data.', example: '客户来电核实地址' })
  reason?: string;
}
