// breaks: thinking-knows-no-framework
import type { Pool } from 'pg';

export type Connections = Pool;
