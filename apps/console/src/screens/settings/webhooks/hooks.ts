import type { Got } from '../../../api/client';

export const HOOKS = '/api/v1/webhooks';
/** A webhook and how its target does. */
export type Hook = Got<typeof HOOKS>[number];

/** Everything that can be subscribed to. */
export const EVENTS = ['*', 'feedback.*', 'cluster.*', 'feedback.collected', 'feedback.analyzed', 'feedback.routed', 'feedback.resolved', 'feedback.handed-back', 'feedback.dismissed', 'feedback.delivered', 'feedback.undeliverable', 'feedback.confirmed', 'feedback.silent', 'feedback.not-solved', 'cluster.burst', 'cluster.burst-ended'] as const; // prettier-ignore
export type HookEvent = (typeof EVENTS)[number];
