import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { Global, Module } from '@nestjs/common';
import { openVault } from './open-vault.js';
import { Vault } from './vault.js';

/** Gives every module the one vault of this process. */
@Global()
@Module({
  providers: [
    {
      provide: Vault,
      useFactory: (db: Database, config: Config) => openVault(config, db),
      inject: [Database, CONFIG],
    },
  ],
  exports: [Vault],
})
export class PrivacyModule {}
