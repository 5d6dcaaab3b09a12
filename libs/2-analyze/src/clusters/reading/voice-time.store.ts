/**
 * SQL: when a voice counts as having been raised. That is when it reached us, except where it says that it happened more
 * than a day before: then it is history that was handed in late (a file of old items), and counts for the day it is of.
 * `w` is `feedback_words`.
 */
export const VOICE_TIME = `(case when w.occurred_at < w.received_at - interval '24 hours' then w.occurred_at else w.received_at end)`;
