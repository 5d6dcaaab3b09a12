import { Loop1790000000002 } from './1790000000002-loop.js';
import { Org1790000000001 } from './1790000000001-org.js';

/** All migrations, oldest first; a new one is added at the end and none is ever changed once it has shipped. */
export const MIGRATIONS = [Org1790000000001, Loop1790000000002];
