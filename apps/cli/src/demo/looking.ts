import type { Sql } from '@huiyin/database';
import type { Kind } from '@huiyin/loop';

/** An item that has begun to wait for its unit. */
export interface AtUnit {
  readonly id: string;
  readonly seq: number;
  readonly cycle: number;
  readonly kind: Kind;
  readonly region: string | null;
  readonly urgency: number;
  readonly unit: string;
}

/** Items that have begun to wait in resolve since `since` (ISO 8601). */
export function newAtUnits(sql: Sql, since: string): Promise<AtUnit[]> {
  return sql.query<AtUnit>(
    `select f.id, f.seq, f.cycle, coalesce(f.kind, 'enquiry') as kind, f.region, coalesce(f.urgency, 0) as urgency, u.code as unit
     from feedback f join unit u on u.id = f.unit_id
     where f.stage = 'resolve' and f.state = 'waiting' and f.stage_since >= $1 order by f.id`,
    [since],
  );
}

/** A customer who has been asked whether it helped. */
export interface Asked {
  readonly id: string;
  readonly cycle: number;
  /** As it went out; it holds the link. */
  readonly body: string;
}

/** Customers who have been asked since `since` (ISO 8601). */
export function newlyAsked(sql: Sql, since: string): Promise<Asked[]> {
  return sql.query<Asked>(
    `select f.id, f.cycle, d.body from feedback f
     join delivery d on d.feedback_id = f.id and d.cycle = f.cycle and d.purpose = 'survey' and d.state = 'sent'
     where f.stage = 'recollect' and f.state = 'waiting' and f.stage_since >= $1 order by f.id`,
    [since],
  );
}

/** The token of the survey's link in a message, or undefined. */
export function tokenIn(body: string): string | undefined {
  return /\/s\/([\w-]+)/.exec(body)?.[1];
}

/** A cluster of which many items wait for a unit. */
export interface CrowdedCluster {
  readonly id: string;
  readonly feedbackIds: string[];
}

/** The clusters of which most items wait in resolve, at least `least` of them; the fullest first. */
export function crowdedClusters(sql: Sql, least: number): Promise<CrowdedCluster[]> {
  return sql.query<CrowdedCluster>(
    `select m.cluster_id as id, array_agg(m.feedback_id::text) filter (where f.stage = 'resolve' and f.state = 'waiting') as "feedbackIds"
     from cluster_member m join feedback f on f.id = m.feedback_id
     where m.cluster_id in (
       select o.cluster_id from cluster_member o join feedback w on w.id = o.feedback_id where w.stage = 'resolve' and w.state = 'waiting')
     group by m.cluster_id having count(*) filter (where f.stage = 'resolve' and f.state = 'waiting') >= $1
     order by count(*) filter (where f.stage = 'resolve' and f.state = 'waiting') desc, m.cluster_id limit 10`,
    [least],
  );
}
