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
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** What somebody may do and see. */
class PersonRights {
  @ApiPropertyOptional({
    enum: ROLE_NAMES,
    isArray: true,
    example: ['case-owner'],
    description: 'A change ends all sessions at once',
  })
  @IsOptional()
  @IsArray()
  @IsIn(ROLE_NAMES, { each: true })
  roles?: string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['gd-gz'],
    maxItems: 100,
    description: 'Codes of units; the person sees what lies in and under them. Without any, everything',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  units?: string[];

  @ApiPropertyOptional({
    enum: SCOPE_NAMES,
    isArray: true,
    description: 'Besides what the roles allow. A change ends all sessions at once',
  })
  @IsOptional()
  @IsArray()
  @IsIn(SCOPE_NAMES, { each: true })
  scopes?: string[];
}

/** Somebody to add. */
export class NewPersonBody extends PersonRights {
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

  @ApiPropertyOptional({ default: true, description: 'Whether the first sign-in must end in a password of one’s own' })
  @IsOptional()
  @IsBoolean()
  mustChangePassword?: boolean;
}

/** What to change of a person; fields left out stay. */
export class ChangePersonBody extends PersonRights {
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

  @ApiPropertyOptional({
    description: 'With `active: false`: also revoke the API keys that the person has made',
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  revokeKeys?: boolean;
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

  @ApiProperty({ enum: ROLE_NAMES, isArray: true })
  roles!: string[];

  @ApiProperty({ type: [String], description: 'Codes of units; none for the whole organisation' })
  units!: string[];

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, description: 'Besides what the roles allow' })
  scopes!: string[];

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true, description: 'Everything allowed, by roles or besides' })
  allowed!: string[];

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
  const { id, username, displayName, language, active, mustChangePassword, createdAt } = person;
  const [roles, scopes, units] = [[...person.roles], [...person.scopes], person.units.map(({ code }) => code)];
  const allowed = scopesOf(person);
  const may = { roles, units, scopes, allowed };
  return { id: String(id), username, displayName, language, active, mustChangePassword, ...may, createdAt };
}

/** What may be allowed, in words. */
export class ScopeAnswer {
  @ApiProperty({ enum: SCOPE_NAMES })
  scope!: string;

  @ApiProperty({ example: '查看反馈及其全程轨迹' })
  zh!: string;

  @ApiProperty({ example: 'Read feedback items and their journeys' })
  en!: string;
}

/** A role, as people choose it. */
export class RoleAnswer {
  @ApiProperty({ enum: ROLE_NAMES })
  role!: string;

  @ApiProperty({ example: '承办人' })
  nameZh!: string;

  @ApiProperty({ example: 'Case owner' })
  nameEn!: string;

  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  scopes!: string[];
}
