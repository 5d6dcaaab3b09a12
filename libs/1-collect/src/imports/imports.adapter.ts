import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { recordAudit, sightOf } from '@huiyin/org';
import type { Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { invalid } from '../piece.js';
import { columnProblems, columnsOf, guessColumns } from './columns.js';
import type { Reading } from './detect.js';
import { FileKey } from './file-key.js';
import { fileRows, readingOf } from './file-rows.js';
import { StoredFile, storeFile } from './import-file.store.js';
import { fileSource, type ImportSender, type ImportStatus, type StoredMapping } from './import-job.js';
import { beginImport, cancelImport, dropImport, findImport, listImports, queueImport } from './import-jobs.store.js';
import { findMapping, keepMapping, type SourceMapping } from './import-mappings.store.js';
import { readRejects, type Reject } from './import-rejects.store.js';
import { previewRow, type PreviewRow } from './preview.js';
import type { Row } from './row.js';
import { sameNames } from './mapping.js';

const PREVIEWED = 20;
const ZONE = '+08:00';

/** What is sent with a file; every field may be left out. */
export interface Instructions extends Partial<StoredMapping> {
  readonly source?: string;
}

/** A file that has come whole. */
export interface Received {
  readonly id: string;
  readonly file: StoredFile;
  readonly bytes: number;
  readonly hash: string;
}

/** How a file would be read. */
export interface Preview {
  readonly reading: Reading;
  readonly columns: readonly string[];
  readonly mapping: StoredMapping;
  /** What is wrong with the mapping; nothing is imported before it is put right. */
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly rows: readonly PreviewRow[];
}

/** Files of feedback: received, looked at, handed to the workers, and told of. */
export class Imports {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * Receives a file as it comes. Give it to `start` or `preview` then; whichever it is, it ends there.
   * @throws whatever `content` throws; nothing is kept of the file then
   */
  async receive(content: AsyncIterable<Buffer>, fileName: string | null, sender: ImportSender): Promise<Received> {
    const id = uuidv7();
    const key = FileKey.make();
    const fileKey = this.vault.seal(key.text, keyPlace(id));
    await beginImport(this.db, { id, sender, fileName, fileKey });
    try {
      const { bytes, hash } = await storeFile(this.db, id, key, content);
      return { id, bytes, hash, file: new StoredFile(this.db, id, key, bytes) };
    } catch (error) {
      await this.drop(id);
      throw error;
    }
  }

  /** Forgets a file that was received. */
  async drop(id: string): Promise<void> {
    await dropImport(this.db, id);
  }

  /**
   * Hands a received file to the workers, and remembers its mapping for the next file of its source.
   * @throws {CodedError} `unreadable-file`, or `validation-failed` with what is wrong with the mapping; the file is forgotten then
   */
  async start(received: Received, instructions: Instructions, sender: ImportSender): Promise<ImportStatus> {
    const { id, bytes, hash } = received;
    try {
      const { mapping, reading, rows } = await this.read(received, instructions, false);
      const problems = columnProblems(mapping.columns, rows);
      if (problems.length > 0) throw invalid(problems);
      const source = instructions.source ?? sender.source ?? fileSource(hash);
      const complete = { ...mapping, fixed: { ...mapping.fixed, source } };
      await this.db.transaction(async (tx) => {
        await recordAudit(tx, {
          actor: sender.actor,
          action: 'import.started',
          subject: `import:${id}`,
          details: { source, bytes, format: reading.format, sha256: hash },
        });
        await queueImport(tx, { id, bytes, hash, reading, mapping: complete, source });
        // Of another's mapping this file may differ; the next one of the source is read as before.
        if (instructions.source !== undefined) await keepMapping(tx, kept({ source, mapping }, sender));
      });
      return await this.get(id, null);
    } catch (error) {
      await this.drop(id);
      throw error;
    }
  }

  /** How a received file would be read; nothing is kept of it. @throws {CodedError} `unreadable-file` */
  async preview(received: Received, instructions: Instructions): Promise<Preview> {
    try {
      const { mapping, reading, rows } = await this.read(received, instructions, true);
      const columns = columnsOf(rows);
      const problems = columnProblems(mapping.columns, rows);
      return { reading, columns, mapping, problems, rows: rows.map((row) => previewRow(row, mapping)) };
    } finally {
      await this.drop(received.id);
    }
  }

  /** @param actor whose it has to be; null for anybody's. @throws {CodedError} `not-found` */
  async get(id: string, actor: string | null): Promise<ImportStatus> {
    const found = await findImport(this.db, id, actor);
    if (!found) throw new CodedError('not-found', 'There is no such import. GET /api/v1/imports lists them.');
    return found;
  }

  /** The newest imports, after the one with the id `after`. */
  list(page: { actor: string | null; after: string | null; limit: number }): Promise<ImportStatus[]> {
    return listImports(this.db, page);
  }

  /** @throws {CodedError} `import-ended` when there is nothing left to cancel */
  async cancel(id: string): Promise<ImportStatus> {
    const cancelled = await this.db.transaction((tx) => cancelImport(tx, id));
    if (!cancelled) throw new CodedError('import-ended', 'The import has ended; what it accepted stays.');
    return this.get(id, null);
  }

  /** The rows that were not taken, in order, some at a time. @throws {CodedError} `not-found` when they are no longer kept */
  async rejects(id: string): Promise<AsyncGenerator<readonly Reject[]>> {
    const [row] = await this.db.query<{ fileKey: string | null }>(
      'select file_key as "fileKey" from import_job where id = $1',
      [id],
    );
    if (!row?.fileKey) throw new CodedError('not-found', 'The rejected rows of this import are no longer kept.');
    return readRejects(this.db, id, FileKey.from(this.vault.open(row.fileKey, keyPlace(id))));
  }

  /** The mapping remembered for a source; `undefined` when there is none. */
  mapping(source: string): Promise<SourceMapping | undefined> {
    return findMapping(this.db, source);
  }

  /**
   * Remembers a mapping for the next file of a source, and puts it on the audit.
   * @throws {CodedError} `outside-binding` when somebody else made it, and the sender belongs to a part of the organisation
   */
  keepMapping(mapping: Pick<SourceMapping, 'source' | 'mapping'>, sender: ImportSender): Promise<SourceMapping> {
    const { source } = mapping;
    return this.db.transaction(async (tx) => {
      const stored = await keepMapping(tx, kept(mapping, sender));
      if (!stored)
        throw new CodedError('outside-binding', 'Somebody else made the mapping of this source. Ask an administrator.');
      await recordAudit(tx, { actor: sender.actor, action: 'mapping.changed', subject: `source:${source}` });
      return stored;
    });
  }

  /** The first rows, and the mapping: as sent, else as remembered for the source, else by the names of the columns. */
  private async read(
    { file }: Received,
    { source, columns, fixed, zone, values, reading: wanted }: Instructions,
    guess: boolean,
  ): Promise<{ mapping: StoredMapping; reading: Reading; rows: Row[] }> {
    const remembered = source === undefined ? undefined : (await findMapping(this.db, source))?.mapping;
    const said = { ...remembered?.reading, ...wanted };
    const reading = await readingOf(file, said);
    const rows = await firstRows(file, reading);
    const names = columnsOf(rows);
    const byName = Object.fromEntries(
      [...sameNames(Object.fromEntries(names.map((name) => [name, ''])))].filter(([, column]) =>
        rows.some((row) => row.cell(column) !== undefined),
      ),
    );
    const unnamed = guess ? guessColumns(names) : byName;
    const translated = values ?? remembered?.values;
    const mapping = {
      columns: columns ?? remembered?.columns ?? unnamed,
      fixed: { ...remembered?.fixed, ...fixed },
      zone: zone ?? remembered?.zone ?? ZONE,
      ...(translated ? { values: translated } : {}),
      ...(Object.keys(said).length > 0 ? { reading: said } : {}),
    };
    return { mapping, reading, rows };
  }
}

/** Who sees the whole organisation, or is bound to this very source, may change what others made of it. */
function kept(mapping: Pick<SourceMapping, 'source' | 'mapping'>, sender: ImportSender) {
  const ofOthers = sender.source === null ? sightOf(sender).everything : sender.source === mapping.source;
  return { ...mapping, changedBy: sender.actor, ofOthers };
}

/** Where the sealed key of a file lies. */
export function keyPlace(id: string) {
  return { table: 'import_job', column: 'file_key', row: id };
}

async function firstRows(file: StoredFile, reading: Reading): Promise<Row[]> {
  const first: Row[] = [];
  for await (const { rows } of fileRows(file, reading)) {
    first.push(...rows.slice(0, PREVIEWED - first.length));
    if (first.length >= PREVIEWED) break;
  }
  return first;
}
