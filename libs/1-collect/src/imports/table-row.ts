import { type Cells, DAMAGED, type Row } from './row.js';
import { unreadable } from './unreadable.js';

/** The names of the columns of a table, as its first row has them. */
export interface Head {
  readonly names: readonly string[];
  /** Name → place. */
  readonly index: ReadonlyMap<string, number>;
}

/**
 * The head that a first row is.
 * @throws {CodedError} `unreadable-file` when two columns have one name
 */
export function headOf(record: readonly string[]): Head {
  const names = record.map((name) => name.trim());
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined)
    throw unreadable(`The file has two columns "${twice.slice(0, 100)}"; give each a name of its own.`);
  return { names, index: new Map(names.map((name, index) => [name, index])) };
}

/** A record of a table; an object is made of it only when somebody wants one, which is seldom. */
export class TableRow implements Row {
  constructor(
    readonly number: number,
    private readonly head: Head,
    private readonly record: readonly string[],
    private readonly damaged: boolean,
  ) {}

  get problem(): string | undefined {
    const { record, head } = this;
    if (record.length !== head.names.length)
      return `has ${record.length} cells where the head has ${head.names.length}`;
    return this.damaged && record.some((cell) => cell.includes('\ufffd')) ? DAMAGED : undefined;
  }

  get cells(): Cells {
    const width = Math.max(this.head.names.length, this.record.length);
    const pairs = Array.from({ length: width }, (_, index) => [
      this.head.names[index] ?? `+${index + 1}`,
      this.record[index] ?? '',
    ]);
    return Object.fromEntries(pairs) as Cells;
  }

  cell(column: string): unknown {
    const place = this.head.index.get(column);
    return place === undefined ? undefined : (this.record[place] ?? '');
  }
}

/** A line that could not be taken apart: it is shown as it stands in the file, under the name `line`. */
export class BrokenRow implements Row {
  constructor(
    readonly number: number,
    private readonly line: string,
    readonly problem: string,
  ) {}

  get cells(): Cells {
    return { line: this.line };
  }

  cell(_column: string): unknown {
    return undefined;
  }
}
