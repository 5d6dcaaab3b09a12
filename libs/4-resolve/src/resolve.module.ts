import { Conductor } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { Vault } from '@huiyin/privacy';
import { Module } from '@nestjs/common';
import { Notes } from './notes.adapter.js';
import { Resolutions } from './resolutions.adapter.js';
import { ResolveHandler } from './resolve.handler.js';

/** Stage 4: what is done about it, decided by people. */
@Module({
  providers: [
    ResolveHandler,
    {
      provide: Resolutions,
      useFactory: (db: Database, conductor: Conductor, vault: Vault) => new Resolutions(db, conductor, vault),
      inject: [Database, Conductor, Vault],
    },
    { provide: Notes, useFactory: (db: Database, vault: Vault) => new Notes(db, vault), inject: [Database, Vault] },
  ],
  exports: [ResolveHandler, Resolutions, Notes],
})
export class ResolveModule {}
