/** True when a source is newer than the last build. */
export function isStale(): boolean;
/** Builds when needed; throws when that fails. */
export function buildIfStale(): Promise<void>;
/** Builds when needed; ends the process with one line when that fails. */
export function buildOrExit(): Promise<void>;
/** Builds the console alone when needed; throws when that fails. */
export function buildConsoleIfStale(): Promise<void>;
