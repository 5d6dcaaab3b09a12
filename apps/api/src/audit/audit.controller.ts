import { Database } from '@huiyin/database';
import { listAudit } from '@huiyin/org';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
import { AuditPageDto, ListAuditDto } from './audit.dto.js';

/** Who saw, changed, exported and erased what. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly db: Database) {}

  @Get()
  @Requires('audit:read')
  @ApiOperation({ summary: 'The audit, newest first', description: 'Append-only and chained: see `verify-audit`.' })
  @ApiOkResponse({ type: AuditPageDto })
  list(@Query() { limit = 50, cursor, ...filter }: ListAuditDto): Promise<AuditPageDto> {
    return listAudit(this.db, filter, { limit, ...(cursor ? { cursor } : {}) });
  }
}
