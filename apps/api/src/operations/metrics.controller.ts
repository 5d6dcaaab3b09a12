import { readOutsideLevels } from '@huiyin/analyze';
import { Feed } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { readDeliveryLevels, readStageLevels } from '@huiyin/journey';
import { isVisit } from '@huiyin/loop';
import { LoopMetrics } from '@huiyin/observability';
import { Controller, Get, Header, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Subscription } from 'rxjs';
import { Requires } from '../auth/access.js';

/** Figures for Prometheus. Stage changes are counted from the feed, so those of every worker are in. */
@ApiTags('operations')
@Controller()
export class MetricsController implements OnApplicationBootstrap, OnApplicationShutdown {
  private counting: Subscription | undefined;

  constructor(
    private readonly db: Database,
    private readonly feed: Feed,
    private readonly metrics: LoopMetrics,
  ) {}

  onApplicationBootstrap(): void {
    this.counting = this.feed.live.subscribe((event) => {
      if (isVisit(event)) this.metrics.countEvent(event);
    });
  }

  onApplicationShutdown(): void {
    this.counting?.unsubscribe();
  }

  @Get('metrics')
  @Requires('metrics:read')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures in the format of Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'huiyin_accepted_total{result="accepted"} 1204' } })
  async read(): Promise<string> {
    const [stages, deliveries, outside] = await Promise.all([
      readStageLevels(this.db),
      readDeliveryLevels(this.db),
      readOutsideLevels(this.db),
    ]);
    const { totalCount, idleCount, waitingCount } = this.db.pool;
    this.metrics.setStages(stages);
    this.metrics.setDeliveries(deliveries);
    this.metrics.setOutsideTasks(outside);
    this.metrics.setPool({ total: totalCount, idle: idleCount, waiting: waitingCount });
    return this.metrics.registry.metrics();
  }
}
