import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Beside the built API, or, when the API runs from its sources, where the build goes. */
const PLACES = ['../../../../apps/console/', '../../../../dist/apps/console/'];

/** Where the built console lies. */
export const CONSOLE_FOLDER =
  PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) =>
    existsSync(join(place, 'assets')),
  ) ?? fileURLToPath(new URL(PLACES.at(-1)!, import.meta.url));

/** Serves the files of the build, compressed when it was built. The name of each holds a hash of its content, so it is kept for ever. */
export function serveConsoleFiles(app: NestFastifyApplication): void {
  const assets = join(CONSOLE_FOLDER, 'assets');
  if (!existsSync(assets)) return;
  const setHeaders = (answer: ServerResponse): void => void answer.setHeader('x-content-type-options', 'nosniff');
  const options = { gzip: true, brotli: true, extensions: [], immutable: true, maxAge: 31_536_000, setHeaders };
  app.use('/console/assets', sirv(assets, options));
}
