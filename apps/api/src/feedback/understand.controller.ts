import { TAXONOMY } from '@huiyin/analyze';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangesNothing } from '../audit/recorded.js';
import { Requires } from '../auth/access.js';
import { CategoryDto, UnderstandDto, UnderstoodDto } from './understand.dto.js';
import { Understander } from './understander.js';

/** What the analysis makes of words before they are handed in, and the names of its categories. */
@ApiTags('analyze')
@Controller('api/v1')
export class UnderstandController {
  constructor(private readonly understander: Understander) {}

  @Post('feedback/understand')
  @HttpCode(200)
  @Requires('feedback:write')
  // Nothing is stored, so there is nothing to record.
  @ChangesNothing()
  @ApiOperation({
    summary: 'What the analysis would say of a text',
    description: 'Quick enough to be asked at every pause in typing. Nothing is stored. In the body, so that no address holds it.', // prettier-ignore
  })
  @ApiOkResponse({ type: UnderstoodDto })
  async understand(@Body() { text }: UnderstandDto): Promise<UnderstoodDto> {
    const { analysable, language, kind, category, sentiment, urgency, because } =
      await this.understander.understand(text);
    return { analysable, language, kind, category, sentiment: sentiment.label, urgency, words: [...because.category] };
  }

  @Get('taxonomy')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'The tree of categories with their names', description: 'In the order of their codes.' })
  @ApiOkResponse({ type: [CategoryDto] })
  taxonomy(): CategoryDto[] {
    return TAXONOMY.map(({ code, zh, en }) => ({ code, zh, en }));
  }
}
