import { loadConfig } from '@huiyin/config';
import { createApp } from './app.js';

const config = loadConfig();
const app = await createApp(config);

let stopping = false;
/** A request under way has so long to be finished, milliseconds; the supervisor waits a little longer. */
const PATIENCE_MS = 3_000;

/** No new work; what is under way is finished. A connection that is kept open after its answer keeps nobody alive. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MS).unref();
  await app.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// The supervisor that started this process has died.
process.on('disconnect', () => void stop());

await app.listen(config.port, config.host);
