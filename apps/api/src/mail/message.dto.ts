import type { MessageView, OpenMessage } from '@huiyin/mail';
import { ApiProperty } from '@nestjs/swagger';

const nullable = { nullable: true } as const;

/** What a customer has written back, or our mail that came back. */
export class MessageDto implements MessageView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['reply', 'bounce'] })
  kind!: MessageView['kind'];

  @ApiProperty({ description: 'Of the item when it came.' })
  cycle!: number;

  @ApiProperty({ description: 'Of the item when it came.' })
  stage!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ description: 'Without what it quotes; masked.' })
  text!: string;

  @ApiProperty({ description: 'Files that came with it; they are not kept.' })
  attachments!: number;

  @ApiProperty({ type: String, format: 'uuid', ...nullable, description: 'The item made of it, because this one was closed.' }) // prettier-ignore
  becameId!: string | null;

  @ApiProperty({ type: String, ...nullable, enum: ['thanks', 'noted', 'not-solved', 'new-item'], description: 'Null while it waits for a person.' }) // prettier-ignore
  decision!: MessageView['decision'];

  @ApiProperty({ type: String, ...nullable })
  decidedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  decidedAt!: string | null;
}

/** A message that waits, with its item. */
export class OpenMessageDto extends MessageDto implements OpenMessage {
  @ApiProperty({ format: 'uuid' })
  feedbackId!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;
}
