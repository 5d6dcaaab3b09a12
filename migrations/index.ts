import { Loop1790000000002 } from './1790000000002-loop.js';
import { Models1790000000003 } from './1790000000003-models.js';
import { Bursts1790000000008 } from './1790000000008-bursts.js';
import { Clusters1790000000007 } from './1790000000007-clusters.js';
import { Dictionary1790000000004 } from './1790000000004-dictionary.js';
import { Org1790000000001 } from './1790000000001-org.js';
import { Outside1790000000005 } from './1790000000005-outside.js';
import { Similar1790000000006 } from './1790000000006-similar.js';

/** All migrations, oldest first; a new one is added at the end and none is ever changed once it has shipped. */
export const MIGRATIONS = [
  Org1790000000001,
  Loop1790000000002,
  Models1790000000003,
  Dictionary1790000000004,
  Outside1790000000005,
  Similar1790000000006,
  Clusters1790000000007,
  Bursts1790000000008,
];
