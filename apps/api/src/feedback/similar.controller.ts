import { findSimilar, warmUpSimilar } from '@huiyin/analyze';
import { findCustomer } from '@huiyin/collect';
import { Database } from '@huiyin/database';
import { seenBy, type Sight } from '@huiyin/org';
import { Vault } from '@huiyin/privacy';
import { Controller, Get, Query, type OnModuleInit } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees } from '../auth/access.js';
import { FindSimilarDto, SimilarDto } from './similar.dto.js';

const LIMIT = 5;

/** Who has said so before: asked while somebody writes down what a customer says. */
@ApiTags('read')
@Controller('api/v1/feedback/similar')
export class SimilarController implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /** The first who asks does not wait for dictionaries. */
  onModuleInit(): void {
    warmUpSimilar();
  }

  @Get()
  @Requires('feedback:read')
  @ApiOperation({
    summary: 'Items that say the same, or something like it',
    description:
      'Quick enough to be asked at every pause in typing. Courtesies, punctuation, simplified or traditional characters and slips of the finger make no difference.',
  })
  @ApiOkResponse({ type: SimilarDto })
  async similar(@Query() { text, limit = LIMIT, customer }: FindSimilarDto, @Sees() sight: Sight): Promise<SimilarDto> {
    const customerId = customer === undefined ? undefined : await findCustomer(this.db, this.vault, customer);
    return findSimilar(this.db, { text, limit, customerId, seen: seenBy(sight) });
  }
}
