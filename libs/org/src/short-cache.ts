/** A value that was looked up, and for how long it may still be believed, milliseconds. */
export interface Remembered<T> {
  readonly value: T;
  readonly keepMs: number;
}

const MOST_ENTRIES = 10_000;

/**
 * Remembers what was found, for a short time, and lets look-ups of the same id at the same moment share one query.
 * What was not found is not remembered, so inventing ids fills no memory; besides, it never holds more than
 * {@link MOST_ENTRIES}.
 */
export class ShortCache<T> {
  private readonly entries = new Map<string, { value: T; until: number }>();
  private readonly loading = new Map<string, Promise<T | undefined>>();

  constructor(
    private readonly load: (id: string) => Promise<Remembered<T> | undefined>,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** The value, not older than its `keepMs`, counted from before it was asked for. */
  get(id: string): T | undefined | Promise<T | undefined> {
    const entry = this.entries.get(id);
    if (entry && this.monotonicMs() < entry.until) return entry.value;
    this.entries.delete(id);
    const shared = this.loading.get(id);
    if (shared) return shared;
    const started: Promise<T | undefined> = this.fetch(id, () => this.loading.get(id) === started).finally(() => {
      if (this.loading.get(id) === started) this.loading.delete(id);
    });
    this.loading.set(id, started);
    return started;
  }

  /** Drops what is known of `id`; a look-up under way is not believed either. */
  forget(id: string): void {
    this.entries.delete(id);
    this.loading.delete(id);
  }

  /** Entries held. */
  get size(): number {
    return this.entries.size;
  }

  private async fetch(id: string, stillWanted: () => boolean): Promise<T | undefined> {
    const asked = this.monotonicMs();
    const found = await this.load(id);
    if (!found) return undefined;
    if (stillWanted()) this.keep(id, found.value, asked + found.keepMs);
    return found.value;
  }

  private keep(id: string, value: T, until: number): void {
    const oldest = this.entries.keys().next();
    if (this.entries.size >= MOST_ENTRIES && !oldest.done) this.entries.delete(oldest.value);
    this.entries.set(id, { value, until });
  }
}
