import { Database } from '@huiyin/database';
import { Global, Module } from '@nestjs/common';
import { Conductor } from './conductor.js';
import { Feed } from './feed.js';

/** How items move: the conductor for people's decisions, the feed for everybody who listens. */
@Global()
@Module({
  providers: [
    { provide: Conductor, useFactory: (db: Database) => new Conductor(db), inject: [Database] },
    { provide: Feed, useFactory: (db: Database) => new Feed(db), inject: [Database] },
  ],
  exports: [Conductor, Feed],
})
export class BusModule {}
