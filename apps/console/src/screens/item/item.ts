import type { Got } from '../../api/client';

/** One item whole. */
export type Item = Got<'/api/v1/feedback/{idOrReference}'>;
/** A note of colleagues. */
export type Note = Got<'/api/v1/feedback/{idOrReference}/notes'>[number];
