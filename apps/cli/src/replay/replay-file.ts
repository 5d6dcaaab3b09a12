import { illFormed } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';
import { type PieceRow, type PiecesFile, PiecesReader } from '../import/pieces-file.js';
import { type Rejects } from '../import/rejects.js';
import { detailOf, type Huiyin } from './huiyin.js';
import { type History, goRound } from './round.js';
import { Watch } from './watch.js';

/** Fields of a row that are not of the piece but of what became of it. */
export const HISTORY_FIELDS = ['reply', 'solved', 'score'] as const;

/** Rows of one request, and items under way at once. */
const BATCH = 200;
const UNDER_WAY = 300;

/** What became of the rows of a file. */
export interface ReplayResult {
  /** Rows that history has no reply to; they were not taken in. */
  withoutReply: number;
  /** Items that were on record before. */
  known: number;
  /** Items that were taken round, by where they were left. */
  closed: number;
  secondCycle: number;
  /** Items that could not be taken round; why is with the rejects. */
  failed: number;
  /** Items on their way when it was stopped. */
  left: number;
}

/** What a replay needs, and whom it tells. */
export interface ReplayOptions {
  readonly huiyin: Huiyin;
  readonly rejects: Rejects;
  readonly progress: (bytes: number, result: Readonly<ReplayResult>) => void;
}

/**
 * Plays the history in a file through a running instance: hands the rows with a reply in, resolves each item with its reply
 * when it waits for one, and answers the customer's question as the customer did.
 * @throws {OperatorError} when the file cannot be read or the instance not be reached
 */
export async function replayFile(file: PiecesFile, options: ReplayOptions): Promise<ReplayResult> {
  return new Replay(file, options).run();
}

class Replay {
  private readonly result: ReplayResult = { withoutReply: 0, known: 0, closed: 0, secondCycle: 0, failed: 0, left: 0 };
  /** Items that were set on their way: a row may be there twice. */
  private readonly begun = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly watch: Watch;
  private failure: Error | undefined;
  private at = 0;

  constructor(
    private readonly file: PiecesFile,
    private readonly options: ReplayOptions,
  ) {
    this.watch = new Watch(options.huiyin);
  }

  async run(): Promise<ReplayResult> {
    const { stop } = this.options.huiyin;
    void this.watch.follow();
    try {
      await this.hear();
    } catch (error) {
      if (!stop.aborted) throw error;
    }
    await Promise.all(this.underWay);
    if (this.failure && !stop.aborted) throw this.failure;
    return this.result;
  }

  private async hear(): Promise<void> {
    for await (const { rows, at } of new PiecesReader(this.file).read()) {
      const told = rows.filter(({ row, others }) => others['reply'] !== undefined || row.problem !== undefined);
      this.result.withoutReply += rows.length - told.length;
      for (let start = 0; start < told.length && !this.over(); start += BATCH)
        await this.begin(told.slice(start, start + BATCH));
      this.at = at;
      this.tell();
      if (this.over()) return;
    }
  }

  private over(): boolean {
    return this.options.huiyin.stop.aborted || this.failure !== undefined;
  }

  /** Hands rows in and sets each of their items on its way. */
  private async begin(rows: readonly PieceRow[]): Promise<void> {
    const { huiyin, rejects } = this.options;
    const sound = rows.filter(({ row, piece }) => {
      const problem = row.problem ?? illFormed(piece)?.message;
      if (problem !== undefined) rejects.add(row, problem);
      return problem === undefined;
    });
    if (sound.length === 0) return;
    const answer = await huiyin.call('POST', '/api/v1/feedback/batch', { items: sound.map(({ piece }) => piece) });
    if (answer.status !== 200) throw new OperatorError(`The rows are not taken: ${detailOf(answer.body)}`);
    const { results } = answer.body as { results: { status: string; id?: string; error?: object }[] };
    for (const [index, { id, status, error }] of results.entries()) {
      const { row, others } = sound[index] as PieceRow;
      if (status === 'duplicate') this.result.known++;
      if (id !== undefined && this.begun.has(id)) continue;
      if (id === undefined) rejects.add(row, detailOf(error ?? {}));
      else await this.setOut(id, row, historyOf(others));
    }
  }

  private async setOut(id: string, row: PieceRow['row'], history: History | string): Promise<void> {
    while (this.underWay.size >= UNDER_WAY) await Promise.race(this.underWay);
    if (this.over()) return;
    this.begun.add(id);
    const round: Promise<void> = this.round(id, row, history).finally(() => {
      this.underWay.delete(round);
      this.watch.forget(id);
      this.tell();
    });
    this.underWay.add(round);
  }

  private async round(id: string, row: PieceRow['row'], history: History | string): Promise<void> {
    const { huiyin, rejects } = this.options;
    try {
      if (typeof history === 'string') throw new Error(history);
      const { stage } = await goRound(id, history, { huiyin, watch: this.watch });
      if (stage === 'closed') this.result.closed++;
      else this.result.secondCycle++;
    } catch (error) {
      if (huiyin.stop.aborted) this.result.left++;
      else if (error instanceof OperatorError) this.failure ??= error;
      else {
        this.result.failed++;
        rejects.add(row, (error as Error).message);
      }
    }
  }

  private tell(): void {
    this.options.progress(this.at, { ...this.result, left: this.underWay.size });
  }
}

const YES = new Set(['1', 'true', 'yes', 'y', 'solved', '是', '已解决']);
const NO = new Set(['0', 'false', 'no', 'n', 'unsolved', '否', '未解决']);

/** What history says; a text when it cannot be understood. Solved unless it says otherwise. */
function historyOf({ reply = '', solved, score }: Readonly<Record<string, string>>): History | string {
  const word = solved?.toLowerCase() ?? '1';
  if (!YES.has(word) && !NO.has(word)) return `solved is "${solved}"; write 1 or 0`;
  const number = score === undefined ? undefined : Number(score);
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= 10))
    return `score is "${score}"; write 1 to 10`;
  return { reply, solved: YES.has(word), ...(number === undefined ? {} : { score: number }) };
}
