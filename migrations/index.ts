import { Access1790000000009 } from './1790000000009-access.js';
import { Imports1790000000011 } from './1790000000011-imports.js';
import { Insight1790000000019 } from './1790000000019-insight.js';
import { Loop1790000000002 } from './1790000000002-loop.js';
import { Mail1790000000013 } from './1790000000013-mail.js';
import { Models1790000000003 } from './1790000000003-models.js';
import { Board1790000000020 } from './1790000000020-board.js';
import { Bursts1790000000008 } from './1790000000008-bursts.js';
import { ClusterWords1790000000021 } from './1790000000021-cluster-words.js';
import { Clusters1790000000007 } from './1790000000007-clusters.js';
import { Dictionary1790000000004 } from './1790000000004-dictionary.js';
import { Notes1790000000018 } from './1790000000018-notes.js';
import { Notices1790000000015 } from './1790000000015-notices.js';
import { Org1790000000001 } from './1790000000001-org.js';
import { Outside1790000000005 } from './1790000000005-outside.js';
import { Privacy1790000000010 } from './1790000000010-privacy.js';
import { SearchIndex1790000000014 } from './1790000000014-search-index.js';
import { Similar1790000000006 } from './1790000000006-similar.js';
import { Webhooks1790000000012 } from './1790000000012-webhooks.js';

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
  Access1790000000009,
  Privacy1790000000010,
  Imports1790000000011,
  Webhooks1790000000012,
  Mail1790000000013,
  SearchIndex1790000000014,
  Notices1790000000015,
  Notes1790000000018,
  Insight1790000000019,
  Board1790000000020,
  ClusterWords1790000000021,
];
