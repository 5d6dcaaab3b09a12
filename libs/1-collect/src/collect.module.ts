import { Database } from '@huiyin/database';
import { Module } from '@nestjs/common';
import { CollectHandler } from './collect.handler.js';
import { Intake } from './intake.adapter.js';

/** Stage 1: the way in, and who the customer is. */
@Module({
  providers: [{ provide: Intake, useFactory: (db: Database) => new Intake(db), inject: [Database] }, CollectHandler],
  exports: [Intake, CollectHandler],
})
export class CollectModule {}
