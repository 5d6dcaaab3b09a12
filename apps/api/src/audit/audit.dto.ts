import { AUDIT_ACTION_NAMES, type AuditAction, type AuditView } from '@huiyin/org';
import { ApiProperty } from '@nestjs/swagger';
import { OptionalLimit, OptionalOneOf, OptionalText, OptionalTime } from '../http/fields.js';

/** What the audit is narrowed to. */
export class ListAuditDto {
  @OptionalText(100, { description: 'Who: `person:<id>`, `key:<id>` or `system`.', example: 'person:7' })
  actor?: string;

  @OptionalOneOf(AUDIT_ACTION_NAMES, { description: 'What was done.' })
  action?: AuditAction;

  @OptionalText(200, { description: 'To what, e.g. `feedback:<id>`, `customer:<id>`.' })
  subject?: string;

  @OptionalTime({ description: 'At or after.' })
  from?: string;

  @OptionalTime({ description: 'Before.' })
  to?: string;

  @OptionalText(40, { description: '`nextCursor` of the page before.' })
  cursor?: string;

  @OptionalLimit()
  limit?: number;
}

/** One thing that somebody did. */
export class AuditEntryDto implements AuditView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ example: 'person:7' })
  actor!: string;

  @ApiProperty({ enum: AUDIT_ACTION_NAMES })
  action!: AuditAction;

  @ApiProperty({ example: 'feedback:0193a1f0-7c1e-7000-8000-000000000001' })
  subject!: string;

  @ApiProperty({ type: Object, description: 'Ids, counts and reasons; never personal data.' })
  details!: Record<string, unknown>;

  @ApiProperty({ type: Number, nullable: true, description: 'Place in the hash chain; null for a moment.' })
  seq!: number | null;
}

/** A page of the audit, newest first. */
export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items!: AuditEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
