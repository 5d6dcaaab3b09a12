import { parseArgs } from 'node:util';
import { crash } from './crash.js';

/** Runs the crash test and exits with 1 when anything was lost, doubled or mistimed. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      items: { type: 'string', default: '3000' },
      kills: { type: 'string', default: '24' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
    },
  });
  const [items, kills, seed] = [Number(values.items), Number(values.kills), Number(values.seed)];
  console.log(`crash test: ${items} items, ${kills} kills, seed ${seed}`);
  const report = await crash({ items, kills, seed, giveUpAfterMs: 600_000, say: (line) => console.log(line) });
  console.log(JSON.stringify({ ...report, offenders: report.offenders.slice(0, 10) }, null, 2));
  const settled = report.standing['recollect/waiting'] === items;
  const sound = settled && report.lost.length + report.offenders.length + report.toldWrong.length === 0;
  console.log(sound ? 'Nothing was lost, doubled or mistimed.' : 'THE CRASH TEST FAILED.');
  process.exitCode = sound ? 0 : 1;
}
