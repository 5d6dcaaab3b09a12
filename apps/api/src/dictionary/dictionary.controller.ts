import { addWords, listWords, removeWords } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { entry, RemoveWordDto, StoredWordDto, WordCountDto, WordsDto } from './dictionary.dto.js';

/** The operator's own words for the analysis: names that are kept whole, signs of a category, words that say nothing. */
@ApiTags('analyze')
@Controller('api/v1/dictionary')
export class DictionaryController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('feedback:read')
  @ApiOperation({ summary: "The operator's own words" })
  @ApiOkResponse({ type: [StoredWordDto] })
  list(): Promise<StoredWordDto[]> {
    return listWords(this.db);
  }

  @Post()
  @HttpCode(200)
  @Requires('admin')
  @ApiOperation({
    summary: 'Add words, or change those that are on record',
    description: 'All or none. Texts analysed 15 seconds from now, or sooner, are read with them.',
  })
  @ApiOkResponse({ type: WordCountDto })
  async add(@Body() body: WordsDto, @Who() who: Principal): Promise<WordCountDto> {
    refusePart(who, 'The dictionary concerns');
    return { words: await this.db.transaction((tx) => addWords(tx, body.words.map(entry), who.actor)) };
  }

  @Delete()
  @HttpCode(204)
  @Requires('admin')
  @ApiOperation({ summary: 'Take a word out' })
  @ApiNoContentResponse()
  async remove(@Query() { word }: RemoveWordDto, @Who() who: Principal): Promise<void> {
    refusePart(who, 'The dictionary concerns');
    if ((await this.db.transaction((tx) => removeWords(tx, [word]))) > 0) return;
    throw new CodedError('not-found', `"${word}" is not in the dictionary; GET /api/v1/dictionary shows what is.`);
  }
}
