import {
  CHANNELS,
  DELIVERY_DECISIONS,
  DELIVERY_STATES,
  type ChannelName,
  type DeliveryDecision,
  type DeliveryState,
  type DeliveryView,
} from '@huiyin/deliver';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneOf, OptionalText, Text } from '../http/fields.js';

const nullable = { nullable: true } as const;

/** One message to one customer, with its proof. */
export class DeliveryDto implements DeliveryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['answer', 'survey'] })
  purpose!: DeliveryView['purpose'];

  @ApiProperty()
  cycle!: number;

  @ApiProperty({ enum: CHANNELS })
  channel!: ChannelName;

  @ApiProperty({ type: String, ...nullable, description: 'Masked.' })
  to!: string | null;

  @ApiProperty({ enum: DELIVERY_STATES })
  state!: DeliveryState;

  @ApiProperty()
  attempts!: number;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  sentAt!: string | null;

  @ApiProperty({ type: String, ...nullable })
  proof!: string | null;

  @ApiProperty({ type: String, ...nullable })
  error!: string | null;

  @ApiProperty({ description: 'What the customer reads.' })
  body!: string;
}

/** What to do about a delivery that failed, or of which nobody knows whether it went out. */
export class DeliveryDecisionDto {
  @OneOf(DELIVERY_DECISIONS, { description: '`resend`, or `confirm-sent` when somebody knows that it arrived.' })
  decision!: DeliveryDecision;
}

/** Where a source wants to be told the answers. */
export class SourceDto {
  @Text(1, 2_048, { description: 'http or https address that is called.', example: 'https://crm.example.com/huiyin' })
  callbackUrl!: string;

  @OptionalText(200, {
    description:
      'Signing secret after Standard Webhooks (`whsec_…`); when it is left out, the one on record stays, or one is made.',
  })
  secret?: string;
}

/** A source on record. */
export class StoredSourceDto {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  callbackUrl!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** A source as it has just been stored; a secret that was there before is not shown again. */
export class NewSourceDto extends StoredSourceDto {
  @ApiPropertyOptional({ description: 'Shown only now, when it was just made or given.' })
  secret?: string;
}
