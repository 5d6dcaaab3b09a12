import { SCOPE_NAMES, type ApiKey, type MadeApiKey } from '@huiyin/org';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn, IsISO8601, IsOptional, IsString, Length } from 'class-validator';

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
}

/** A key, without its secret. */
export class KeyAnswer {
  @ApiProperty({ description: 'The middle part of hy_<id>_<secret>' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  scopes!: string[];

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
  const { id, name, scopes, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  return { id, name, scopes: [...scopes], createdBy, createdAt, expiresAt, revokedAt, lastUsedAt };
}

/** The same with the whole key, for the one time. */
export function madeKeyAnswer(made: MadeApiKey): MadeKeyAnswer {
  return { ...keyAnswer(made), key: made.key };
}
