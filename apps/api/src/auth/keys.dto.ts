import { ROTATION_HOURS, SCOPE_NAMES, type ApiKey, type MadeApiKey } from '@huiyin/org';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';

/** A key to make. */
export class NewKeyBody {
  @ApiProperty({ example: 'CRM of Guangdong', minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, example: ['feedback:write', 'feedback:read'] })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(SCOPE_NAMES, { each: true })
  scopes!: string[];

  @ApiPropertyOptional({ format: 'date-time', nullable: true, type: String, description: 'Left out, it has no end' })
  @IsOptional()
  @IsISO8601({ strict: true })
  expiresAt?: string | null;

  @ApiPropertyOptional({
    example: 'crm-gd',
    nullable: true,
    type: String,
    maxLength: 100,
    description: 'The one source that the key may write',
  })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  source?: string | null;

  @ApiPropertyOptional({
    example: 'gd',
    nullable: true,
    type: String,
    maxLength: 64,
    description: 'Code of the unit that the key writes for and sees, with what is under it',
  })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  unit?: string | null;
}

/** How to rotate a key. */
export class RotateKeyBody {
  @ApiPropertyOptional({
    default: ROTATION_HOURS.usual,
    minimum: 0,
    maximum: ROTATION_HOURS.most,
    description: 'Hours for which the present secret goes on working; 0 ends it at once',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(ROTATION_HOURS.most)
  hours?: number;
}

/** A key, without its secret. */
export class KeyAnswer {
  @ApiProperty({ description: 'The middle part of hy_<id>_<secret>' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  scopes!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'The one source that it may write; null for any' })
  source!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the unit that it is bound to; null for none' })
  unit!: string | null;

  @ApiProperty({ example: 'person:1' })
  createdBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  expiresAt!: string | null;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  revokedAt!: string | null;

  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'To the minute' })
  lastUsedAt!: string | null;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  rotatedAt!: string | null;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Until when the secret before the last rotation works; null when it does not',
  })
  previousUntil!: string | null;

  @ApiProperty({ description: 'True when the person who made it has been deactivated; it works on' })
  orphaned!: boolean;
}

/** A key that has just been made. */
export class MadeKeyAnswer extends KeyAnswer {
  @ApiProperty({ description: 'The whole key; shown now and never again' })
  key!: string;
}

/** All keys. */
export class KeysAnswer {
  @ApiProperty({ type: [KeyAnswer] })
  items!: KeyAnswer[];
}

/** The fields of a key that may be shown. */
export function keyAnswer(key: ApiKey): KeyAnswer {
  const { id, name, source, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  const [scopes, unit] = [[...key.scopes], key.unit?.code ?? null];
  const { rotatedAt, previousUntil, orphaned } = key;
  const since = { createdBy, createdAt, expiresAt, revokedAt, lastUsedAt, rotatedAt, previousUntil, orphaned };
  return { id, name, scopes, source, unit, ...since };
}

/** The same with the whole key, for the one time. */
export function madeKeyAnswer(made: MadeApiKey): MadeKeyAnswer {
  return { ...keyAnswer(made), key: made.key };
}
