import { Conductor } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { Module } from '@nestjs/common';
import { Resolutions } from './resolutions.adapter.js';
import { ResolveHandler } from './resolve.handler.js';

/** Stage 4: what is done about it, decided by people. */
@Module({
  providers: [
    ResolveHandler,
    {
      provide: Resolutions,
      useFactory: (db: Database, conductor: Conductor) => new Resolutions(db, conductor),
      inject: [Database, Conductor],
    },
  ],
  exports: [ResolveHandler, Resolutions],
})
export class ResolveModule {}
