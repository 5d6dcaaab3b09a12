import type { Database } from '@huiyin/database';
import { CodedError, type FieldError } from '@huiyin/loop';
import type { Accepted, Receipt } from '../collect.js';
import { findByExternalId } from '../intake.store.js';
import { invalid } from '../piece.js';
import { acceptPieces, type Door } from '../pieces.js';
import { readJson } from '../well-formed.js';
import { applyMapping, type Mapped, type Solved } from './apply.js';
import type { InboundSources } from './inbound-sources.adapter.js';
import { checkSender, stranger } from './sender-check.js';

/** A message as it came. */
export interface InboundMessage {
  readonly source: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Resolves an item because its source says that it is solved. Throws `not-waiting` when it is not in resolve, `validation-failed`. */
export type ResolveSolved = (feedbackId: string, solved: Solved, actor: string) => Promise<void>;

/** What became of one item of a message. */
export interface InboundResult {
  readonly index: number;
  readonly status: 'accepted' | 'duplicate' | 'resolved' | 'skipped';
  readonly id?: string;
  readonly reference?: string;
}

const BEFORE_RESOLVE = new Set(['collect', 'analyze', 'route']);

/** The door for systems that cannot be changed: their JSON in, our pieces out, once for each external id. */
export class Inbound {
  constructor(
    private readonly db: Database,
    private readonly sources: InboundSources,
    private readonly door: Door,
  ) {}

  /**
   * Takes a message. Answers only when everything in it is durable; what is good is kept also when something else is refused,
   * and sending it all again is safe.
   * @throws {CodedError} `unauthenticated`, `malformed-body`, `validation-failed`, `not-waiting` (send again later), `unavailable`
   */
  async receive(message: InboundMessage, resolve: ResolveSolved): Promise<InboundResult[]> {
    const source = await this.sources.receiving(message.source);
    if (!source) throw stranger();
    const { check, secrets, wallSeconds, mapping } = source;
    const messageId = checkSender(check, secrets, { ...message, wallSeconds });
    try {
      const mapped = applyMapping(mapping, readJson(message.body), { source: message.source, messageId });
      return await this.take(mapped, message.source, resolve);
    } catch (error) {
      if (error instanceof CodedError && error.code !== 'unavailable')
        await this.sources.noteRefusal(message.source, error.detail);
      throw error;
    }
  }

  private async take(mapped: readonly Mapped[], source: string, resolve: ResolveSolved): Promise<InboundResult[]> {
    const actor = `inbound:${source}`;
    const pieces = mapped.map((one) => (one.type === 'piece' ? one.piece : one.type === 'bad' ? one.error : null));
    const receipts = await acceptPieces(pieces.filter((piece) => piece !== null), actor, this.door); // prettier-ignore
    const results: (InboundResult | CodedError)[] = [];
    let next = 0;
    for (const [index, one] of mapped.entries()) {
      if (one.type === 'skipped') results.push({ index, status: 'skipped' });
      else if (one.type === 'solved') results.push(await this.solve(index, one.solved, { source, actor, resolve }));
      else results.push(resultOf(index, receipts[next++] as Receipt));
    }
    refuseBad(results);
    return results as InboundResult[];
  }

  private async solve(
    index: number,
    solved: Solved,
    { source, actor, resolve }: { source: string; actor: string; resolve: ResolveSolved },
  ): Promise<InboundResult | CodedError> {
    const keys = [{ source, externalId: solved.externalId }];
    const [known] = (await findByExternalId(this.db, keys)).values() as Iterable<Accepted>;
    if (!known) return { index, status: 'skipped' };
    const { id, reference } = known;
    if (BEFORE_RESOLVE.has(known.stage))
      return new CodedError('not-waiting', 'The item has not reached resolve yet. Send it again in a minute.');
    try {
      await resolve(id, solved, actor);
      return { index, status: 'resolved', id, reference };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return error.code === 'not-waiting' ? { index, status: 'duplicate', id, reference } : error;
    }
  }
}

function resultOf(index: number, receipt: Receipt): InboundResult | CodedError {
  if (receipt instanceof CodedError) return receipt;
  const { id, reference, duplicate } = receipt;
  return { index, status: duplicate ? 'duplicate' : 'accepted', id, reference };
}

/** One item: its own error. Several: one error that names the items. */
function refuseBad(results: readonly (InboundResult | CodedError)[]): void {
  const [first] = results;
  if (results.length === 1 && first instanceof CodedError) throw first;
  const errors = results.flatMap((result, index): FieldError[] => {
    if (!(result instanceof CodedError)) return [];
    const fields = result.fields.length > 0 ? result.fields : [{ field: '', message: result.detail }];
    return fields.map(({ field, message }) => ({ field: `items[${index}]${field && `.${field}`}`, message }));
  });
  const bad = results.find((result) => result instanceof CodedError);
  if (!bad) return;
  const { detail, fields } = invalid(errors);
  const others = `The other ${results.filter((result) => !(result instanceof CodedError)).length} items were taken; sending all again is safe.`;
  const later = results.every((result) => !(result instanceof CodedError) || result.code === 'not-waiting');
  throw new CodedError(later ? 'not-waiting' : 'validation-failed', `${detail}. ${others}`, fields);
}
