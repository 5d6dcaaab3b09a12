import type { Login } from '@huiyin/org';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';

/** A session, told without what opens it. */
export class SessionViewAnswer {
  @ApiProperty({ format: 'uuid', description: 'For ending it; opens nothing' })
  id!: string;

  @ApiProperty({ enum: ['password', 'oidc'] })
  method!: 'password' | 'oidc';

  @ApiProperty({ type: String, nullable: true, description: 'The browser as it named itself' })
  agent!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time', description: 'To the minute' })
  lastSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ description: 'True for the one that asks' })
  current!: boolean;
}

/** Live sessions, the last used first. */
export class SessionListAnswer {
  @ApiProperty({ type: [SessionViewAnswer] })
  items!: SessionViewAnswer[];
}

/** An account to link. */
export class NewLoginBody {
  @ApiPropertyOptional({ description: 'Left out, the provider of the settings', minLength: 1, maxLength: 500 })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  issuer?: string;

  @ApiProperty({ description: 'The provider’s own id of the person (sub)', minLength: 1, maxLength: 255 })
  @IsString()
  @Length(1, 255)
  subject!: string;
}

/** An account that a person signs in by. */
export class LoginAnswer {
  @ApiProperty({ example: '3' })
  id!: string;

  @ApiProperty()
  issuer!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

/** The fields of a login; its number as text, like all ids. */
export function loginAnswer({ id, issuer, subject, createdAt, lastUsedAt }: Login): LoginAnswer {
  return { id: String(id), issuer, subject, createdAt, lastUsedAt };
}
