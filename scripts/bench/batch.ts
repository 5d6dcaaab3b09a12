import { interleaved, perSecond, type Bench } from './bench.js';
import { copyRows } from './copy.js';
import { sendAll } from './http-load.js';
import { row } from './rows.js';
import { BenchServer } from './server.js';

const ROWS = 30_000;
const ROWS_A_CALL = 500;
const CONNECTIONS = 4;

/** Items accepted in batches of 500, beside COPY of the same rows into the same tables. */
export const batch: Bench = {
  name: 'batch',
  figure: `POST …/batch, ${ROWS_A_CALL} a call, ${CONNECTIONS} connections, items/s`,
  beside: 'COPY of the same rows into the same tables, rows/s',
  bar: '≥ 0.25',
  aim: '≥ 0.5',
  async run(options) {
    const server = await BenchServer.start();
    try {
      await server.spawn('api');
      return await interleaved(
        () => overHttp(server),
        () => copyRows(server, ROWS),
        options,
      );
    } finally {
      await server.stop();
    }
  },
};

async function overHttp({ port, apiKey }: BenchServer): Promise<number> {
  const calls = Array.from({ length: ROWS / ROWS_A_CALL }, () =>
    JSON.stringify({ items: Array.from({ length: ROWS_A_CALL }, row) }),
  );
  const target = { port, apiKey, path: '/api/v1/feedback/batch' };
  let statuses = new Map<number, number>();
  const rate = await perSecond(ROWS, async () => {
    statuses = await sendAll(target, CONNECTIONS, () => calls.pop());
  });
  if (statuses.get(200) !== ROWS / ROWS_A_CALL) throw new Error(`The API answered ${JSON.stringify([...statuses])}.`);
  return rate;
}
