import type { Got } from '../../../api/client';

/** Where the operator's own words are. */
export const WORDS = '/api/v1/dictionary';
/** A word of the operator's own. */
export type Word = Got<typeof WORDS>[number];
