import { LANGUAGES, PASSWORD_MAX, PASSWORD_MIN, SCOPE_NAMES, type Language, type Person } from '@huiyin/org';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';

/** Somebody to add. */
export class NewPersonBody {
  @ApiProperty({ example: 'wang.fang', minLength: 2, maxLength: 64 })
  @IsString()
  @Length(2, 64)
  username!: string;

  @ApiPropertyOptional({ example: '王芳', description: 'Left out, it is the user name', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  displayName?: string;

  @ApiPropertyOptional({
    format: 'password',
    description: 'Left out, one is made and shown in the answer',
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
  })
  @IsOptional()
  @IsString()
  @Length(PASSWORD_MIN, PASSWORD_MAX)
  password?: string;

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'zh' })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, example: ['feedback:read', 'feedback:resolve'] })
  @IsArray()
  @IsIn(SCOPE_NAMES, { each: true })
  scopes!: string[];

  @ApiPropertyOptional({ default: true, description: 'Whether the first sign-in must end in a password of one’s own' })
  @IsOptional()
  @IsBoolean()
  mustChangePassword?: boolean;
}

/** What to change of a person; fields left out stay. */
export class ChangePersonBody {
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  displayName?: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  @ApiPropertyOptional({ description: 'False ends all sessions at once' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({ enum: SCOPE_NAMES, isArray: true, description: 'A change ends all sessions at once' })
  @IsOptional()
  @IsArray()
  @IsIn(SCOPE_NAMES, { each: true })
  scopes?: string[];
}

/** A person, without the password. */
export class PersonAnswer {
  @ApiProperty({ example: '7' })
  id!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  @ApiProperty()
  active!: boolean;

  @ApiProperty()
  mustChangePassword!: boolean;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  scopes!: string[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** Somebody who has just been added. */
export class AddedPersonAnswer extends PersonAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'The password that was made; null when one was given' })
  password!: string | null;
}

/** Everybody. */
export class PeopleAnswer {
  @ApiProperty({ type: [PersonAnswer] })
  items!: PersonAnswer[];
}

/** A password to hand over; the next sign-in must change it. */
export class PasswordAnswer {
  @ApiProperty()
  password!: string;
}

/** The fields of a person that may be shown. */
export function personAnswer(person: Person): PersonAnswer {
  const { id, username, displayName, language, active, mustChangePassword, scopes, createdAt } = person;
  return {
    id: String(id),
    username,
    displayName,
    language,
    active,
    mustChangePassword,
    scopes: [...scopes],
    createdAt,
  };
}
