import { beyondHead } from '@huiyin/bus';
import { Database, migrationState } from '@huiyin/database';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { Public } from '../auth/access.js';

class LiveDto {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

class ReadyDto {
  @ApiProperty({ enum: ['ok', 'unavailable'] })
  status!: 'ok' | 'unavailable';

  @ApiProperty({ description: 'The database answers.', example: true })
  database!: boolean;

  @ApiProperty({ description: 'It has the tables this version needs.', example: true })
  migrations!: boolean;

  @ApiProperty({
    description:
      'The feed goes on. False after a restore into another cluster of Postgres, when webhooks and streams tell of nothing new: the log of the worker says what to do. The process is ready all the same.',
    example: true,
  })
  feed!: boolean;
}

/** Whether the process lives, and whether it can work. */
@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('livez')
  @Public()
  @ApiOperation({ summary: 'The process lives' })
  @ApiOkResponse({ type: LiveDto })
  live(): LiveDto {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public()
  @ApiOperation({ summary: 'The database answers and has the tables this version needs' })
  @ApiOkResponse({ type: ReadyDto })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.answers();
    const migrations = database && (await migrationState(this.db, MIGRATIONS)).pending.length === 0;
    const ready = database && migrations;
    const feed = ready && (await beyondHead(this.db)).length === 0;
    void reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'unavailable', database, migrations, feed } satisfies ReadyDto);
  }

  private answers(): Promise<boolean> {
    return this.db.query('select 1').then(
      () => true,
      () => false,
    );
  }
}
