import { FIELDS, listModels, trainAndStore, useModel } from '@huiyin/analyze';
import { Database } from '@huiyin/database';
import type { Principal } from '@huiyin/org';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { ModelDto, TrainDto, TrialDto, UseModelDto } from './models.dto.js';

/** Models that learn from what people corrected. */
@ApiTags('analyze')
@Controller('api/v1/models')
export class ModelsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('feedback:read')
  @ApiOperation({ summary: 'Every model that was fitted, newest first within its field' })
  @ApiOkResponse({ type: [ModelDto] })
  list(): Promise<ModelDto[]> {
    return listModels(this.db);
  }

  @Post()
  @HttpCode(200)
  @Requires('loop:operate')
  @ApiOperation({
    summary: 'Judge with another model from now on',
    description: 'Workers follow within a minute. What has been analysed stays as it is.',
  })
  @ApiOkResponse({ type: [ModelDto] })
  async use(@Body() { use, field }: UseModelDto, @Who() who: Principal): Promise<ModelDto[]> {
    refusePart(who, 'Models concern');
    await useModel(this.db, use, field ? [field] : FIELDS);
    return listModels(this.db);
  }

  @Post('train')
  @HttpCode(200)
  @Requires('loop:operate')
  @ApiOperation({
    summary: 'Train on corrected items',
    description:
      'Answers when it is done, which takes seconds to minutes. A new model is put to use only when it is better on items it has not seen.',
  })
  @ApiOkResponse({ type: [TrialDto] })
  async train(@Body() { field, dryRun = false }: TrainDto, @Who() who: Principal): Promise<TrialDto[]> {
    refusePart(who, 'Models concern');
    const { actor } = who;
    const trials: TrialDto[] = [];
    for (const each of field ? [field] : FIELDS) {
      const { verdict, because, figures } = await trainAndStore(this.db, each, { actor, dryRun });
      trials.push({ field: each, verdict, because, figures });
    }
    return trials;
  }
}
