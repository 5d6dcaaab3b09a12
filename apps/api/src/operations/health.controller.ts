import { Database, migrationState } from '@huiyin/database';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { Public } from '../auth/access.js';

/** Whether the process lives, and whether it can work. */
@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('livez')
  @Public()
  @ApiOperation({ summary: 'The process lives' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public()
  @ApiOperation({ summary: 'The database answers and has the tables this version needs' })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.answers();
    const migrations = database && (await migrationState(this.db, MIGRATIONS)).pending.length === 0;
    const ready = database && migrations;
    void reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', database, migrations });
  }

  private answers(): Promise<boolean> {
    return this.db.query('select 1').then(
      () => true,
      () => false,
    );
  }
}
