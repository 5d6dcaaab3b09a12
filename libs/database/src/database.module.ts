import { Clock } from '@huiyin/loop';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type DatabaseOptions } from './database.js';

class Closer implements OnApplicationShutdown {
  constructor(private readonly db: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.db.close();
  }
}

/** Gives every module the one pool of this process, and closes it when the process ends. */
@Global()
@Module({})
export class DatabaseModule {
  static with(options: DatabaseOptions, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Database, useFactory: () => new Database(options, clock) },
        { provide: Closer, useFactory: (db: Database) => new Closer(db), inject: [Database] },
      ],
      exports: [Database, Clock],
    };
  }
}
