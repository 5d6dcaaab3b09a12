import type { Sql } from '@huiyin/database';
import type { Staff } from './found.js';
import type { Hands } from './hands.js';
import type { DemoWorker } from './lanes.js';
import type { Arrival } from './plan.js';
import type { Random } from './random.js';
import type { Submissions } from './submissions.js';

/** What a history is lived through with. */
export interface World {
  readonly worker: DemoWorker;
  readonly hands: Hands;
  /** Reads what has happened; its clock is the present. */
  readonly sql: Sql;
  readonly staff: Staff;
  readonly submissions: Submissions;
  readonly random: Random;
  /** Of the history, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** One item of the demo. */
export interface DemoItem {
  readonly number: number;
  readonly arrival: Arrival;
  handedBack: number;
}
