import { readItem, readJourney, verifyLedger } from '@huiyin/journey';
import type { ChildProcess } from 'node:child_process';
import type { Bench, BenchOptions } from './bench.js';
import { row } from './rows.js';
import { BenchServer } from './server.js';

const ITEMS = 100_000;
const ROWS_A_CALL = 1_000;
const KILLS = 10;
const TIMED = 200;

/** The stage times on record against the harness's own clock, and every sum and gap, while workers are killed. */
export const clock: Bench = {
  name: 'clock',
  figure: `${ITEMS.toLocaleString('en')} items through the automatic stages, two workers, ${KILLS} × kill −9`,
  beside: "the harness's clock; the sums and gaps of the ledger",
  bar: '0 violations',
  aim: '0',
  async run(options) {
    const server = await BenchServer.start();
    try {
      await server.spawn('api');
      return { ours: [], beside: [], note: await count(server, options) };
    } finally {
      await server.stop();
    }
  },
};

async function count(server: BenchServer, { say }: BenchOptions): Promise<string> {
  const workers = [await server.spawn('worker'), await server.spawn('worker')];
  const bounds = await acceptAll(server, (calls) => {
    if (calls % (ITEMS / ROWS_A_CALL / KILLS) === 0) void replace(server, workers);
  });
  say(`  ${ITEMS} items accepted; waiting for the lanes`);
  await allWaiting(server);
  const offenders = await verifyLedger(server.db, () => undefined);
  const outside = await outsideBounds(server, bounds);
  const wrong = await wronglyTimed(server);
  return `${offenders.length} ledger violations, ${outside} of ${ITEMS} accept times and ${wrong} of ${TIMED} resolve times outside the harness's bounds`;
}

/** Kills a worker in the middle of whatever it does, and starts another. */
async function replace(server: BenchServer, workers: ChildProcess[]): Promise<void> {
  workers.shift()?.kill('SIGKILL');
  workers.push(await server.spawn('worker'));
}

type Bounds = Map<string, { sent: number; answered: number }>;

async function acceptAll(server: BenchServer, afterCall: (calls: number) => void): Promise<Bounds> {
  const bounds: Bounds = new Map();
  for (let calls = 1; calls <= ITEMS / ROWS_A_CALL; calls++) {
    const items = Array.from({ length: ROWS_A_CALL }, row);
    const sent = Date.now();
    const { results } = (await post(server, '/api/v1/feedback/batch', { items })) as { results: { id: string }[] };
    const answered = Date.now();
    for (const { id } of results) bounds.set(id, { sent, answered });
    afterCall(calls);
  }
  return bounds;
}

async function post(server: BenchServer, path: string, body: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function allWaiting(server: BenchServer): Promise<void> {
  for (;;) {
    const [left] = await server.db.query<{ items: number }>(
      `select count(*) as items from feedback where state <> 'waiting'`,
    );
    if (left?.items === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Items whose recorded time of arrival lies outside the moments between which the harness sent them and had the answer. */
async function outsideBounds(server: BenchServer, bounds: Bounds): Promise<number> {
  const rows = await server.db.query<{ id: string; receivedAt: string }>(
    'select feedback_id as id, received_at as "receivedAt" from feedback_words',
  );
  const within = rows.filter(({ id, receivedAt }) => {
    const bound = bounds.get(id);
    // The harness's clock has milliseconds; the ledger's microseconds are cut to compare.
    return bound && Date.parse(receivedAt) >= bound.sent && Date.parse(receivedAt) <= bound.answered;
  });
  return bounds.size - within.length;
}

/** Resolves some items and compares what the ledger says of the end of their visit in resolve with the harness's clock. */
async function wronglyTimed(server: BenchServer): Promise<number> {
  const rows = await server.db.query<{ id: string }>(
    `select id from feedback where stage = 'resolve' order by id limit ${TIMED}`,
  );
  let wrong = 0;
  for (const { id } of rows) {
    const sent = Date.now();
    await post(server, `/api/v1/feedback/${id}/resolution`, {
      action: 'answered',
      summary: 'bench',
      reply: '已处理。',
    });
    const answered = Date.now();
    const { visits } = await readJourney(server.db, id);
    const left = Date.parse(visits.find((visit) => visit.outcome === 'resolved')?.leftAt ?? '');
    const { receivedAt } = await readItem(server.db, id);
    const begins = visits[0]?.enteredAt === receivedAt;
    if (!(begins && left >= sent && left <= answered)) wrong++;
  }
  return wrong;
}
