/** True when a source is newer than the last build. */
export function isStale(): boolean;
/** Builds when needed. */
export function buildIfStale(): Promise<void>;
