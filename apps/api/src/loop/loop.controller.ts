import { Conductor, Feed, parseCursor } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { readStages } from '@huiyin/journey';
import { UnitDirectory } from '@huiyin/org';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Post,
  Query,
  Sse,
  type BeforeApplicationShutdown,
  type MessageEvent,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { interval, map, merge, Subject, takeUntil, timer, type Observable } from 'rxjs';
import { Requires } from '../auth/access.js';
import { unitPath } from '../http/unit-path.js';
import { ReplayDto, ReplayedDto, StageFiguresDto, StagesQueryDto } from './loop.dto.js';

const HEARTBEAT_MS = 15_000;
/** Then the listener comes again, with its last event id, and shows anew that it may listen. */
const LONGEST_MS = 300_000;

/** The loop as a whole: where items are, how long they stay, and every move as it happens. */
@ApiTags('loop')
@Controller('api/v1/loop')
export class LoopController implements BeforeApplicationShutdown {
  private readonly stopping = new Subject<void>();

  constructor(
    private readonly db: Database,
    private readonly feed: Feed,
    private readonly conductor: Conductor,
    private readonly units: UnitDirectory,
  ) {}

  /** Whoever listens would stay for ever, and the process with them. */
  beforeApplicationShutdown(): void {
    this.stopping.next();
  }

  @Get('stages')
  @Requires('loop:read')
  @ApiOperation({ summary: 'The six stages: who is here, what went through, how long it took' })
  @ApiOkResponse({ type: [StageFiguresDto] })
  async stages(@Query() query: StagesQueryDto): Promise<StageFiguresDto[]> {
    const path = (await unitPath(query.unit, this.units)) ?? null;
    const { from = null, to = null, kind = null } = query;
    return readStages(this.db, { from, to, unitPath: path, kind });
  }

  @Sse('events')
  @Requires('loop:read')
  @ApiOperation({ summary: 'Every stage change as it is committed (server-sent events)' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Resume after this event.' })
  events(@Headers('last-event-id') lastEventId?: string): Observable<MessageEvent> {
    if (lastEventId) parseCursor(lastEventId);
    const moves = (lastEventId ? this.feed.events(lastEventId) : this.feed.live).pipe(
      map((event): MessageEvent => ({ id: event.cursor, type: event.name, data: event })),
    );
    const heartbeat = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: '' })));
    return merge(moves, heartbeat).pipe(takeUntil(merge(this.stopping, timer(LONGEST_MS))));
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Requires('loop:operate')
  @ApiOperation({ summary: 'Give parked items back to their lanes' })
  @ApiOkResponse({ type: ReplayedDto })
  async replay(@Body() body: ReplayDto): Promise<ReplayedDto> {
    return { replayed: (await this.conductor.replay(body)).length };
  }
}
