import pg from 'pg';
import { interleaved, type Bench } from './bench.js';
import { sendAll } from './http-load.js';
import { columns, ITEM_COLUMNS, row, WORDS_COLUMNS } from './rows.js';
import { BenchServer } from './server.js';

const SECONDS = 4;
const CONNECTIONS = 64;
const CLIENTS = 32;

const INSERT = `with w as (insert into feedback_words (${WORDS_COLUMNS}) values ($1, $2, $3, $4, $5, $6) returning feedback_id)
  insert into feedback (${ITEM_COLUMNS}) select feedback_id, $7, $8, $9 from w`;

/** Items that the API accepts one by one, beside rows that 32 clients insert one by one into the same tables. */
export const accept: Bench = {
  name: 'accept',
  figure: `POST /api/v1/feedback, ${CONNECTIONS} connections, items/s`,
  beside: `single-row inserts into the same two tables by ${CLIENTS} clients of a Node loop, rows/s`,
  bar: '≥ 0.5',
  aim: '≥ 1.0',
  async run(options) {
    const server = await BenchServer.start();
    const clients = await Promise.all(Array.from({ length: CLIENTS }, () => openClient(server.url)));
    try {
      await server.spawn('api');
      return await interleaved(
        () => overHttp(server),
        () => overSql(clients),
        options,
      );
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await server.stop();
    }
  },
};

async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function overHttp({ port, apiKey }: BenchServer): Promise<number> {
  const begin = performance.now();
  const until = begin + SECONDS * 1_000;
  const target = { port, apiKey, path: '/api/v1/feedback' };
  const statuses = await sendAll(target, CONNECTIONS, () =>
    performance.now() < until ? JSON.stringify(row()) : undefined,
  );
  const bad = [...statuses].filter(([status]) => status !== 202);
  if (bad.length > 0)
    throw new Error(`The API answered ${bad.map(([status, count]) => `${count} × ${status}`).join(', ')}.`);
  return ((statuses.get(202) ?? 0) * 1_000) / (performance.now() - begin);
}

async function overSql(clients: readonly pg.Client[]): Promise<number> {
  const begin = performance.now();
  const until = begin + SECONDS * 1_000;
  let rows = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const { words, item } = columns(row());
        await client.query({ name: 'insert', text: INSERT, values: [...words, ...item.slice(1)] });
        rows++;
      }
    }),
  );
  return (rows * 1_000) / (performance.now() - begin);
}
