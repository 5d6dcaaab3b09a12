import { LONGEST_WORD, WORD_KINDS, type DictionaryEntry, type StoredWord, type WordKind } from '@huiyin/analyze';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { OneOf, OptionalOneOf, OptionalText, Text } from '../http/fields.js';

const MOST_AT_ONCE = 5_000;
const KIND = '`word` is kept whole, `cue` speaks for a category (and is kept whole), `stop` says nothing.';

/** A word to add or to change. */
export class WordDto {
  @Text(1, LONGEST_WORD, { description: 'As it is written.', example: '畅享卡' })
  word!: string;

  @OptionalOneOf(WORD_KINDS, { description: `${KIND} Left out: \`word\`.` })
  kind?: WordKind;

  @OptionalText(200, { description: 'Code of the category that a cue speaks for.', example: 'packages.info' })
  category?: string;
}

/** Words to add or to change. */
export class WordsDto {
  @ApiProperty({ type: [WordDto], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray({ message: 'must be a list of words' })
  @ArrayMinSize(1, { message: 'must have at least 1 word' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `must have at most ${MOST_AT_ONCE} words` })
  // A list in the list would pass for a word of it.
  @IsObject({ each: true, message: 'each must be an object with a word' })
  @ValidateNested({ each: true })
  @Type(() => WordDto)
  words!: WordDto[];
}

/** Which word to take out. */
export class RemoveWordDto {
  @Text(1, LONGEST_WORD, { description: 'As it is on record.' })
  word!: string;
}

/** A word on record. */
export class StoredWordDto implements StoredWord {
  @ApiProperty()
  word!: string;

  @OneOf(WORD_KINDS, { description: KIND })
  kind!: WordKind;

  @ApiProperty({ type: String, nullable: true })
  category!: string | null;

  @ApiProperty({ example: 'person:7' })
  addedBy!: string;

  @ApiProperty({ format: 'date-time' })
  addedAt!: string;
}

/** How many words a change was about. */
export class WordCountDto {
  @ApiProperty()
  words!: number;
}

/** A word as it is stored. */
export function entry({ word, kind = 'word', category }: WordDto): DictionaryEntry {
  return { word, kind, category: category ?? null };
}
