import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Beside the built API. */
const BESIDE = fileURLToPath(new URL('../../../../apps/console/', import.meta.url));
/** Where the build goes, for an API that runs from its sources. */
const ELSEWHERE = fileURLToPath(new URL('../../../../dist/apps/console/', import.meta.url));

const isBuilt = existsSync(join(BESIDE, 'assets'));

/** Where the built console lies. */
export const CONSOLE_FOLDER = isBuilt ? BESIDE : ELSEWHERE;

/** Serves the files of the build, compressed when it was built. The name of each holds a hash of its content, so it is kept for ever. */
export function serveConsoleFiles(app: NestFastifyApplication): void {
  const setHeaders = (answer: ServerResponse): void => void answer.setHeader('x-content-type-options', 'nosniff');
  const options = { gzip: true, brotli: true, extensions: [], immutable: true, maxAge: 31_536_000, setHeaders };
  // Beside sources, the console may be built again at any time, so its files are looked for anew.
  app.use('/console/assets', sirv(join(CONSOLE_FOLDER, 'assets'), { ...options, dev: !isBuilt }));
}
