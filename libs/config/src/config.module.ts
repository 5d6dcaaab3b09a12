import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';

/** DI token of the settings: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('Config');

/** Gives every module the settings that were read when the process started. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
