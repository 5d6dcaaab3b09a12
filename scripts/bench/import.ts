import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, perSecond, type Bench } from './bench.js';
import { copyRows } from './copy.js';
import { row } from './rows.js';
import { BenchServer } from './server.js';

const ROWS = 200_000;
const COMMAND_LINE = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
const MAP =
  'text=text,channel=channel,externalId=id,customer.name=name,customer.phone=phone,customer.region=region,product=product';

/** Rows of a CSV file imported by the command line, from its start to its end, beside COPY of as many rows. */
export const importCsv: Bench = {
  name: 'import',
  figure: `huiyin import of a CSV of ${ROWS.toLocaleString('en')} rows, start to end of the process, rows/s`,
  beside: 'COPY of as many rows into the same tables, rows/s',
  bar: '≥ 0.2',
  aim: '≥ 0.4',
  async run(options) {
    const server = await BenchServer.start();
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-csv-'));
    try {
      return await interleaved(
        () => importOnce(server, folder),
        () => copyRows(server, ROWS),
        options,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
      await server.stop();
    }
  },
};

async function importOnce(server: BenchServer, folder: string): Promise<number> {
  const file = join(folder, 'rows.csv');
  await writeCsv(file);
  const before = await count(server);
  const rate = await perSecond(ROWS, () => runImport(server, file));
  const imported = (await count(server)) - before;
  if (imported !== ROWS) throw new Error(`${imported} of ${ROWS} rows were imported.`);
  return rate;
}

async function runImport(server: BenchServer, file: string): Promise<void> {
  const args = [COMMAND_LINE, 'import', file, '--map', MAP, '--source', 'bench-import'];
  const child = spawn(process.execPath, args, { env: server.env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
}

async function count(server: BenchServer): Promise<number> {
  const [total] = await server.db.query<{ rows: number }>('select count(*) as rows from feedback_words');
  return total?.rows ?? 0;
}

async function writeCsv(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('id,text,channel,name,phone,region,product\n');
  for (let index = 0; index < ROWS; index++) {
    const { externalId, text, channel, customer, product } = row();
    const line = `${externalId},"${text}",${channel},${customer.name},${customer.phone},${customer.region},${product}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
