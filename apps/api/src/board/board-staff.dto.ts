import { BOARD_LANGUAGES, type BoardLanguage, type BoardSetting, type PostView, type PostWords } from '@huiyin/board'; // prettier-ignore
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { OptionalOneOf, OptionalText, Text } from '../http/fields.js';

const nullable = { nullable: true } as const;
const orNull = (_: object, value: unknown) => value !== undefined && value !== null;
const BADLY = { message: 'must be the id of one (a UUID)' };

/** Whether the board is open to everybody, and what it is called. */
export class BoardSettingDto implements BoardSetting {
  @ApiProperty({ description: 'False: nobody outside sees anything, and no mail goes out.', example: true })
  open!: boolean;

  @ApiProperty({ example: '建议反馈专区' })
  nameZh!: string;

  @ApiProperty({ example: 'Suggestions' })
  nameEn!: string;
}

/** What is to change; what is left out stays. */
export class BoardSettingPatchDto {
  @ApiPropertyOptional({ description: 'False closes the board.', example: true })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  open?: boolean;

  @OptionalText(60, { description: 'Its name in Chinese.', example: '建议反馈专区' })
  nameZh?: string;

  @OptionalText(60, { description: 'Its name in English.', example: 'Suggestions' })
  nameEn?: string;
}

/** What everybody reads in one language. */
export class PostWordsDto implements PostWords {
  @Text(1, 120, { description: 'Title.', example: '地铁里信号更好' })
  title!: string;

  @Text(1, 2_000, { description: 'The suggestion in your own words.', example: '希望地铁隧道里也有稳定的 5G 信号。' })
  text!: string;

  @ApiProperty({ type: String, ...nullable, required: false, minLength: 1, maxLength: 4_000, description: 'What came of it; null: the public words of the cluster.', example: '三号线各站已新增基站。' }) // prettier-ignore
  @ValidateIf(orNull)
  @IsString({ message: 'must be a text' })
  @MinLength(1, { message: 'must be 1 to 4,000 characters' })
  @MaxLength(4_000, { message: 'must be 1 to 4,000 characters' })
  answer: string | null = null;
}

const WORDS = { type: () => PostWordsDto, ...nullable } as const;

/** Something to be made public: a cluster, or a single item. */
export class NewPostDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'The cluster; or else `feedbackId`.' })
  @IsOptional()
  @IsUUID('all', BADLY)
  clusterId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A single item.' })
  @IsOptional()
  @IsUUID('all', BADLY)
  feedbackId?: string;

  @ApiPropertyOptional({ ...WORDS, description: 'In Chinese; one language at least.' })
  @ValidateIf(orNull)
  @ValidateNested({ message: 'must be an object' })
  @Type(() => PostWordsDto)
  zh?: PostWordsDto | null;

  @ApiPropertyOptional({ ...WORDS, description: 'In English.' })
  @ValidateIf(orNull)
  @ValidateNested({ message: 'must be an object' })
  @Type(() => PostWordsDto)
  en?: PostWordsDto | null;
}

/** What is to change of a post; what is left out stays. */
export class PostPatchDto extends PickType(NewPostDto, ['zh', 'en'] as const) {
  @ApiPropertyOptional({ description: 'False withdraws it, true makes it public again.', example: false })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  public?: boolean;
}

/** What is to be looked at before it is public. */
export class PostPreviewDto extends NewPostDto {
  @OptionalOneOf(BOARD_LANGUAGES, { description: '`zh` when left out.' })
  language?: BoardLanguage;
}

/** A page as everybody would see it. */
export class PreviewPageDto {
  @ApiProperty({
    description: 'Without anything that can be sent.',
    example: '<!doctype html><html lang="zh-CN">…</html>',
  })
  html!: string;
}

/** What a list of posts is narrowed to. */
export class ListPostsDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of this cluster.' })
  @IsOptional()
  @IsUUID('all', BADLY)
  cluster?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of this item.' })
  @IsOptional()
  @IsUUID('all', BADLY)
  feedback?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'True: only what is public; false: only what was withdrawn.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  public?: boolean;
}

/** A post. */
export class PostDto implements PostView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Its address is `/board/{slug}`.', example: 'q7w3k9mzp2' })
  slug!: string;

  @ApiProperty({ type: String, format: 'uuid', ...nullable })
  clusterId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable })
  feedbackId!: string | null;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'Name of the cluster, or reference of the item.',
    example: '地铁里信号弱',
  })
  subject!: string | null;

  @ApiProperty({ description: 'False once it was withdrawn.', example: true })
  public!: boolean;

  @ApiProperty({ description: 'How the cluster or item stands; what is `dismissed` is not shown.', example: 'planned' })
  status!: string;

  @ApiProperty({ type: String, ...nullable, description: 'Of the cluster; shown where the post has no answer.', example: '三号线各站已新增基站。' }) // prettier-ignore
  publicWords!: string | null;

  @ApiProperty(WORDS)
  zh!: PostWordsDto | null;

  @ApiProperty(WORDS)
  en!: PostWordsDto | null;

  @ApiProperty({ description: 'Customers who said it, as last counted.', example: 128 })
  people!: number;

  @ApiProperty({ description: '"Me too".', example: 42 })
  votes!: number;

  @ApiProperty({ description: 'People who are told by mail.', example: 17 })
  followers!: number;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: string;

  @ApiProperty({ example: 'person:7' })
  publishedBy!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;
}
