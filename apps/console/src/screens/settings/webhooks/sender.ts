import type { Got } from '../../../api/client';

/** Where the systems are that push. */
export const SENDERS = '/api/v1/inbound-sources';
/** A system that pushes feedback in its own words. */
export type Sender = Got<typeof SENDERS>[number];
