import { Schooling, ThreadedMind, type Analysis } from '@huiyin/analyze';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { RequestLog } from '@huiyin/observability';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Understands single texts for whoever is writing them down, in a thread that is started by the first of them. */
@Injectable()
export class Understander implements OnModuleDestroy {
  private readonly mind: ThreadedMind;
  private readonly schooling: Schooling;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) { textLimitMs }: Config,
    log: RequestLog,
  ) {
    const trouble = (detail: string): void => log.warn({ detail }, 'a text could not be understood');
    this.mind = new ThreadedMind({ threads: 1, limitMs: textLimitMs, trouble });
    this.schooling = new Schooling(this.mind, undefined, trouble);
  }

  async understand(text: string): Promise<Analysis> {
    await this.schooling.keepUp(this.db);
    const [understood] = await this.mind.understandAll([{ text }], () => Promise.resolve());
    return understood!.analysis;
  }

  async onModuleDestroy(): Promise<void> {
    await this.mind.close();
  }
}
