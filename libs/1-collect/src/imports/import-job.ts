import type { ValueMap } from '../our-values.js';
import type { Reading, Wanted } from './detect.js';

/** Where an import stands; one that is still being received is shown to nobody. */
export const IMPORT_STATES = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number] | 'receiving';

/** A unit that a sender is bound to. */
interface BoundUnit {
  readonly id: number;
  readonly code: string;
  readonly path: string;
}

/** Who sent a file, and what they were bound to then; every row is held against it. */
export interface ImportSender {
  readonly kind: 'person' | 'key';
  /** `person:<id>` or `key:<id>` */
  readonly actor: `person:${string}` | `key:${string}`;
  readonly source: string | null;
  readonly units: readonly BoundUnit[];
}

/** How the columns of a file become fields, in the form that is stored and sent. */
export interface StoredMapping {
  /** Field → column: `{"text":"内容","customer.phone":"电话"}`. */
  readonly columns: Readonly<Record<string, string>>;
  /** What holds for every row that says nothing else: source, unit, channel, kind. */
  readonly fixed: Readonly<Record<string, string>>;
  /** The zone of times that name none, like `+08:00`. */
  readonly zone: string;
  /** What the sender's own values mean: `{"kind":{"投诉类":"complaint"}}`. */
  readonly values?: ValueMap;
  /** What the sender said of the file; the rest is found out anew for each file. */
  readonly reading?: Wanted;
}

/** An import as it is shown. */
export interface ImportStatus {
  readonly id: string;
  readonly state: Exclude<ImportState, 'receiving'>;
  readonly fileName: string | null;
  readonly fileBytes: number;
  readonly source: string | null;
  readonly reading: Reading;
  readonly mapping: StoredMapping;
  readonly createdBy: string;
  /** Rows done with so far; the rows of the file once the state is `done`. */
  readonly total: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** 0 to 1 */
  readonly progress: number;
  readonly error: string | null;
  /** True while the rejected rows are kept. */
  readonly rejectsKept: boolean;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** An id for a row that has none of its own: of the file and the place in it, so that the same file adds nothing twice. */
export function rowId(fileHash: string, line: number): string {
  return `file-${fileHash.slice(0, 16)}-${line}`;
}

/** The source of a file for which none is named: only the very same file is known again then. */
export function fileSource(fileHash: string): string {
  return `import-${fileHash.slice(0, 16)}`;
}
