import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { OperatorError } from '@huiyin/config';

/**
 * Makes the data directory when it is missing.
 * @throws {OperatorError} when it cannot be made or written.
 */
export function makeDataDir(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      // As root: the account of Postgres passes through, and sees nothing.
      chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(dataDir, (error as NodeJS.ErrnoException).code, error);
  }
  if (!statSync(dataDir).isDirectory()) throw unusable(dataDir, 'it is a file', undefined);
}

function unusable(dataDir: string, why: string | undefined, cause: unknown): OperatorError {
  return new OperatorError(
    `The data directory ${dataDir} cannot be used (${why}); set HUIYIN_DATA_DIR to a folder you may write, or start as the user who owns it.`,
    { cause },
  );
}
