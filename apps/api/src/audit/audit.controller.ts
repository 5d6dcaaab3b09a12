import { Database } from '@huiyin/database';
import { listAudit, type Sight } from '@huiyin/org';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees } from '../auth/access.js';
import { AuditPageDto, ListAuditDto } from './audit.dto.js';

/** Who saw, changed, exported and erased what. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('audit:read')
  @ApiOperation({
    summary: 'The audit, newest first',
    description:
      'Append-only and chained: see `verify-audit`. Who belongs to a part of the organisation reads what people and keys of that part did; an auditor of everything belongs to no unit.',
  })
  @ApiOkResponse({ type: AuditPageDto })
  list(@Query() { limit = 50, cursor, ...filter }: ListAuditDto, @Sees() sight: Sight): Promise<AuditPageDto> {
    return listAudit(this.db, { ...filter, sight }, { limit, ...(cursor ? { cursor } : {}) });
  }
}
