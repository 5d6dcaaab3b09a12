import type { Sql } from '@huiyin/database';
import { writeKeyUse } from './api-keys.store.js';

/** Least time between two writes, milliseconds. */
const EVERY_MS = 60_000;

/** Notes when keys were used, in memory, and writes it down in one statement, at most once a minute. */
export class ApiKeyUse {
  private readonly usedAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writtenAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly sql: Sql) {}

  /** Notes that the key was used just now; costs no query. */
  note(id: string): void {
    const now = performance.now();
    this.usedAt.set(id, now);
    if (this.timer) return;
    this.timer = setTimeout(() => void this.flush(), Math.max(0, this.writtenAt + EVERY_MS - now));
    this.timer.unref();
  }

  /** Writes now what has been noted; call it before the database is closed. A failure is tried again with the next note. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.usedAt.size === 0) return;
    const noted = [...this.usedAt];
    this.usedAt.clear();
    const now = (this.writtenAt = performance.now());
    try {
      await writeKeyUse(
        this.sql,
        noted.map(([id, at]) => ({ id, ageSeconds: (now - at) / 1_000 })),
      );
    } catch {
      for (const [id, at] of noted) if (!this.usedAt.has(id)) this.usedAt.set(id, at);
    }
  }
}
