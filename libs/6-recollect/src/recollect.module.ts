import { Conductor } from '@huiyin/bus';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { Vault } from '@huiyin/privacy';
import { Module } from '@nestjs/common';
import { Surveys } from './surveys.adapter.js';

/** Stage 6, as far as customers meet it. The handler needs a `SurveyPost` and is made where the stages are put together. */
@Module({
  providers: [
    {
      provide: Surveys,
      useFactory: (db: Database, conductor: Conductor, { publicUrl }: Config, vault: Vault) =>
        new Surveys(db, conductor, { publicUrl, vault }),
      inject: [Database, Conductor, CONFIG, Vault],
    },
  ],
  exports: [Surveys],
})
export class RecollectModule {}
