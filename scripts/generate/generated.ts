import { configurationMarkdown } from '@huiyin/config';
import { loopMarkdown } from './loop-markdown.js';
import { loopPicture } from './loop-picture.js';
import { migratedSchema } from './migrated-schema.js';

/**
 * Every generated file, path from the root of the repository, and what writes its text. CI writes them again and refuses
 * a difference to what is committed.
 */
export const GENERATED: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/loop.md': loopMarkdown,
  'docs/loop.svg': loopPicture,
  'docs/configuration.md': configurationMarkdown,
  'migrations/schema.sql': migratedSchema,
  // Loaded only when it is asked for: the API brings the whole of Nest with it.
  'docs/openapi.json': async () => (await import('./open-api.js')).openApi(),
  'libs/client/src/schema.ts': async () => (await import('./client-schema.js')).clientSchema(),
};
