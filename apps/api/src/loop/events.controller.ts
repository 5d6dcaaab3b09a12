import { Feed, parseCursor } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { Controller, Headers, Req, Sse, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { concatMap, interval, map, merge, Subject, takeUntil, timer, type Observable } from 'rxjs';
import { AccessGuard } from '../auth/access.guard.js';
import { Requires } from '../auth/access.js';
import { heard } from './listening.js';

const HEARTBEAT_MS = 15_000;
/** Then the listener comes again, with its last event id, and shows anew that it may listen. */
const LONGEST_MS = 300_000;

const EXAMPLE =
  'id: 4711-815\nevent: feedback.resolved\ndata: {"cursor":"4711-815","name":"feedback.resolved","reference":"HY-2026-000123"}\n\n';

/** Every move of the loop as it happens. */
@ApiTags('loop')
@Controller('api/v1/loop')
export class EventsController implements BeforeApplicationShutdown {
  private readonly stopping = new Subject<void>();

  constructor(
    private readonly db: Database,
    private readonly feed: Feed,
    private readonly guard: AccessGuard,
  ) {}

  /** Whoever listens would stay for ever, and the process with them. */
  beforeApplicationShutdown(): void {
    this.stopping.next();
  }

  @Sse('events')
  @Requires('loop:read')
  @ApiOperation({
    summary: 'Every stage change as it is committed (server-sent events)',
    description:
      'Of items that one may see; hot issues are told to those who may read clusters. Ends when the session or key does.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Resume after this event.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string', example: EXAMPLE } })
  events(@Req() request: FastifyRequest, @Headers('last-event-id') lastEventId?: string): Observable<MessageEvent> {
    if (lastEventId) parseCursor(lastEventId);
    const over = new Subject<void>();
    const listener = async () => {
      // When the database is away nobody can say, so the listener comes again.
      const who = await this.guard.stillMay(request, 'loop:read').catch(() => null);
      if (!who) over.next();
      return who;
    };
    const told = heard(lastEventId ? this.feed.events(lastEventId) : this.feed.live, listener, this.db);
    const moves = told.pipe(map((event): MessageEvent => ({ id: event.cursor, type: event.name, data: event })));
    const heartbeat = interval(HEARTBEAT_MS).pipe(
      concatMap(listener),
      map((): MessageEvent => ({ type: 'heartbeat', data: '' })),
    );
    return merge(moves, heartbeat).pipe(takeUntil(merge(this.stopping, timer(LONGEST_MS), over)));
  }
}
