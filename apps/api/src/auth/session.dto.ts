import {
  LANGUAGES,
  PASSWORD_MAX,
  PASSWORD_MIN,
  ROLE_NAMES,
  SCOPE_NAMES,
  scopesOf,
  type Language,
  type Person,
} from '@huiyin/org';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** Signing in. */
export class SignInBody {
  @ApiProperty({ example: 'admin', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  username!: string;

  @ApiProperty({ format: 'password', maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  password!: string;
}

/** A new password, chosen by the person. */
export class ChangePasswordBody {
  @ApiProperty({ format: 'password', description: 'The present one', maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  current!: string;

  @ApiProperty({ format: 'password', minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX })
  @IsString()
  @Length(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;
}

/** What people may change about themselves. */
export class ChangeMeBody {
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  displayName?: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

/** Who is asking, and what they may do. */
export class MeAnswer {
  @ApiProperty({ enum: ['person', 'key'] })
  kind!: 'person' | 'key';

  @ApiProperty()
  id!: string;

  @ApiProperty({ description: 'Display name of the person, name of the key' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a key' })
  username!: string | null;

  @ApiProperty({ enum: LANGUAGES, nullable: true, description: 'Null for a key' })
  language!: Language | null;

  @ApiProperty({ enum: ROLE_NAMES, isArray: true, description: 'None for a key' })
  roles!: string[];

  @ApiProperty({
    type: [String],
    description: 'Codes of the units whose items are seen; none for the whole organisation',
  })
  units!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'The one source that a key may write; null for any' })
  source!: string | null;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, description: 'Everything allowed, by roles or besides' })
  scopes!: string[];

  @ApiProperty({ description: 'Nothing else is allowed until POST /api/v1/me/password' })
  mustChangePassword!: boolean;
}

/** A session that has begun; its token is in the cookie only. */
export class SessionAnswer {
  @ApiProperty({ type: MeAnswer })
  me!: MeAnswer;

  @ApiProperty({ format: 'date-time', description: 'Without a request until then it ends' })
  expiresAt!: string;
}

/** A person as {@link MeAnswer}. */
export function meOfPerson(person: Person): MeAnswer {
  return {
    kind: 'person',
    id: String(person.id),
    name: person.displayName,
    username: person.username,
    language: person.language,
    roles: [...person.roles],
    units: person.units.map(({ code }) => code),
    source: null,
    scopes: scopesOf(person),
    mustChangePassword: person.mustChangePassword,
  };
}
