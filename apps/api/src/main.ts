import { loadConfig } from '@huiyin/config';
import { createApp } from './app.js';

const config = loadConfig();
const app = await createApp(config);

let stopping = false;
/** No new work; what is under way is finished. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// The supervisor that started this process has died.
process.on('disconnect', () => void stop());

await app.listen(config.port, config.host);
