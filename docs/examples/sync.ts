/**
 * Keeps a CRM and Huiyin in step, whichever of the two dies when.
 *
 *     sync.ts FILE add 100     the CRM opens tickets (yours does this itself)
 *     sync.ts FILE run         outbox → Huiyin and Huiyin → CRM, for ever
 *     sync.ts FILE report      what the CRM knows, as JSON
 *
 * FILE stands for the CRM's own database: a journal in which one `write` is one transaction. Kill it at any moment and
 * start it again.
 */
import { Huiyin, type LoopEvent, type RowResult } from '@huiyin/client';
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const SOURCE = 'crm-typescript';

interface Ticket {
  readonly id: string;
  readonly text: string;
  feedbackId?: string | undefined;
  reference?: string | undefined;
  stage?: string;
  visit?: number;
  refused?: unknown;
}

/** What happens in the CRM. */
type Entry =
  | { readonly opened: Ticket }
  | { readonly results: readonly (RowResult & { readonly ticket: string })[] }
  | {
      readonly cursor: string;
      readonly moved?: { readonly ticket: string; readonly stage: string; readonly visit: number };
    };

class Crm {
  readonly tickets = new Map<string, Ticket>();
  readonly byFeedback = new Map<string, string>();
  cursor = '0-0';

  constructor(private readonly file: string) {
    const text = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    // What was being written when the process died has no end of line: it never happened.
    const whole = text.subarray(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(file, whole.length);
    for (const line of whole.toString().split('\n').filter(Boolean)) this.apply(JSON.parse(line) as Entry);
  }

  write(entry: Entry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`, { flush: true });
    this.apply(entry);
  }

  /** Not yet handed over. */
  outbox(): Ticket[] {
    return [...this.tickets.values()].filter(({ feedbackId, refused }) => !feedbackId && !refused);
  }

  private apply(entry: Entry): void {
    if ('opened' in entry) this.tickets.set(entry.opened.id, { ...entry.opened });
    else if ('results' in entry) entry.results.forEach((result) => this.settle(result));
    else {
      const ticket = entry.moved && this.tickets.get(entry.moved.ticket);
      // `seq` only grows, so that an event told twice changes nothing.
      if (ticket && entry.moved && (ticket.visit ?? 0) < entry.moved.visit) Object.assign(ticket, entry.moved);
      this.cursor = entry.cursor;
    }
  }

  private settle({ ticket: id, id: feedbackId, reference, error }: RowResult & { readonly ticket: string }): void {
    const ticket = this.tickets.get(id);
    if (ticket) Object.assign(ticket, error ? { refused: error } : { feedbackId, reference });
    if (feedbackId) this.byFeedback.set(feedbackId, id);
  }
}

/**
 * Sends what waits, the oldest first. Killed after Huiyin has answered and before the write, the same rows are sent again;
 * Huiyin knows them by source and externalId and answers `duplicate` with the same id.
 */
async function push(huiyin: Huiyin, crm: Crm): Promise<void> {
  for (let rows = crm.outbox().slice(0, 50); rows.length > 0; rows = crm.outbox().slice(0, 50)) {
    const pieces = rows.map(({ id, text }) => ({ source: SOURCE, externalId: id, text, channel: 'crm' as const }));
    const { results, duplicates } = await huiyin.batch(pieces);
    crm.write({ results: results.map((result) => ({ ...result, ticket: rows[result.index]?.id ?? '' })) });
    console.log(`pushed ${rows.length} of them known: ${duplicates}`);
  }
}

/** Writes down every move of our tickets; the place in the feed is written together with the move. */
async function follow(huiyin: Huiyin, crm: Crm): Promise<void> {
  for await (const event of huiyin.events({ after: crm.cursor })) {
    const ticket = await ticketOf(event, huiyin, crm);
    const moved = ticket ? { moved: { ticket, stage: event.next ?? '', visit: event.seq ?? 0 } } : {};
    crm.write({ cursor: event.cursor, ...moved });
  }
}

async function ticketOf({ feedbackId }: LoopEvent, huiyin: Huiyin, crm: Crm): Promise<string | null> {
  if (!feedbackId) return null;
  const known = crm.byFeedback.get(feedbackId);
  if (known) return known;
  // Not ours, or ours and the answer to the push is not written down yet.
  const { source, externalId } = await huiyin.feedback(feedbackId);
  return source === SOURCE ? externalId : null;
}

async function forEver(work: () => Promise<void>): Promise<never> {
  for (;;) {
    await work().catch((error: unknown) => console.error('again in a second:', error));
    await pause(1_000);
  }
}

const [file = 'crm.ndjson', command, count] = process.argv.slice(2);
const crm = new Crm(file);
if (command === 'add') {
  for (let number = 1; number <= Number(count); number++)
    crm.write({ opened: { id: `T-${number}`, text: `第 ${number} 位客户：宽带晚上断网` } });
} else if (command === 'report') {
  console.log(JSON.stringify([...crm.tickets.values()]));
} else {
  const huiyin = new Huiyin({ url: process.env['HUIYIN_URL'] ?? '', key: process.env['HUIYIN_KEY'] ?? '' });
  await Promise.all([forEver(() => push(huiyin, crm)), forEver(() => follow(huiyin, crm))]);
}
