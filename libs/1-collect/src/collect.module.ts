import { Database } from '@huiyin/database';
import { Vault } from '@huiyin/privacy';
import { Module } from '@nestjs/common';
import { CollectHandler } from './collect.handler.js';
import { Imports } from './imports/imports.adapter.js';
import { InboundSources } from './inbound/inbound-sources.adapter.js';
import { Intake } from './intake.adapter.js';

/** Stage 1: the way in, and who the customer is. */
@Module({
  providers: [
    { provide: Intake, useFactory: (db: Database, vault: Vault) => new Intake(db, vault), inject: [Database, Vault] },
    { provide: Imports, useFactory: (db: Database, vault: Vault) => new Imports(db, vault), inject: [Database, Vault] },
    {
      provide: InboundSources,
      useFactory: (db: Database, vault: Vault) => new InboundSources(db, vault),
      inject: [Database, Vault],
    },
    { provide: CollectHandler, useFactory: (vault: Vault) => new CollectHandler(vault), inject: [Vault] },
  ],
  exports: [Intake, CollectHandler, Imports, InboundSources],
})
export class CollectModule {}
