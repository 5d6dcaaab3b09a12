import type { Sql } from '@huiyin/database';
import { idsOfPath, isUnitCode, ROOT_CODE, type Unit } from './unit.js';
import { selectUnits, selectUnitsByCode } from './units.store.js';

/** Age at which the snapshot is read again, milliseconds. */
const STALE_AFTER_MS = 5_000;

/** A snapshot that took t to read is kept for at least this many t, so that reading a huge tree stays a small share. */
const KEEP_FACTOR = 50;

interface Snapshot {
  readonly byCode: ReadonlyMap<string, Unit>;
  readonly byId: ReadonlyMap<number, Unit>;
}

/**
 * All units in memory, for the accept path and the stages: look-ups take no query. What another process changes is
 * seen within {@link STALE_AFTER_MS}; a unit it added is found at once through {@link resolve}.
 */
export class UnitDirectory {
  private snapshot: Snapshot | undefined;
  private staleAt = 0;
  private loading: Promise<Snapshot> | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** Reads all units; call it once before the look-ups, and again to see a change of one's own at once. */
  async load(): Promise<void> {
    // A read under way may have begun before the change that the caller wants to see.
    await this.loading?.catch(() => undefined);
    await this.refresh();
  }

  /** The unit with this code, as of the snapshot. */
  byCode(code: string): Unit | undefined {
    return this.current().byCode.get(code);
  }

  /** The unit with this id, as of the snapshot. */
  byId(id: number): Unit | undefined {
    return this.current().byId.get(id);
  }

  /** The group, where everything ends that nobody else takes. */
  get root(): Unit {
    const root = this.byCode(ROOT_CODE);
    if (!root) throw new Error('The tree of units has no root; migrations have not run');
    return root;
  }

  /** The units with these codes; codes that the snapshot lacks are asked from the database, all in one query. */
  async resolve(codes: Iterable<string>): Promise<ReadonlyMap<string, Unit>> {
    const { byCode } = this.snapshot ? this.current() : await this.refresh();
    const found = new Map<string, Unit>();
    const missing = new Set<string>();
    for (const code of codes) {
      const unit = byCode.get(code);
      if (unit) found.set(code, unit);
      else if (isUnitCode(code)) missing.add(code);
    }
    if (missing.size === 0) return found;
    for (const unit of await selectUnitsByCode(this.sql, [...missing])) found.set(unit.code, unit);
    return found;
  }

  /** The units above `unit`, the root first. */
  ancestorsOf(unit: Unit): Unit[] {
    const { byId } = this.current();
    return idsOfPath(unit.path).flatMap((id) => (id === unit.id ? [] : (byId.get(id) ?? [])));
  }

  /** `unit` and everything under it, in no order. */
  subtreeOf(unit: Unit): Unit[] {
    return [...this.current().byId.values()].filter(({ path }) => path.startsWith(unit.path));
  }

  private current(): Snapshot {
    if (!this.snapshot) throw new Error('The directory of units has not been loaded; await load() first');
    // The old snapshot goes on serving while the new one is read, also when the database is away.
    if (this.monotonicMs() >= this.staleAt) void this.refresh().catch(() => undefined);
    return this.snapshot;
  }

  private refresh(): Promise<Snapshot> {
    this.loading ??= this.read().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async read(): Promise<Snapshot> {
    const began = this.monotonicMs();
    this.staleAt = began + STALE_AFTER_MS;
    const units = await selectUnits(this.sql);
    const took = this.monotonicMs() - began;
    this.staleAt = began + Math.max(STALE_AFTER_MS, took * KEEP_FACTOR);
    this.snapshot = {
      byCode: new Map(units.map((unit) => [unit.code, unit])),
      byId: new Map(units.map((unit) => [unit.id, unit])),
    };
    return this.snapshot;
  }
}
