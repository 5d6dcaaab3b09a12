import { loadConfig } from '@huiyin/config';
import { createWorker, runWorker } from './worker.js';

const config = loadConfig();
const stopWorking = runWorker(await createWorker(config), config);

let stopping = false;
/** No new batch; those under way are committed. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stopWorking();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// The supervisor that started this process has died.
process.on('disconnect', () => void stop());
