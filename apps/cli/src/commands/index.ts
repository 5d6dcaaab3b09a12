import { type Command } from '../command.js';

/** Name → the file that does it; read only when it is called, so that every command starts quickly. */
export const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  start: () => import('./start.js'),
  migrate: () => import('./migrate.js'),
  keys: () => import('./keys.js'),
  users: () => import('./users.js'),
  units: () => import('./units.js'),
  dictionary: () => import('./dictionary.js'),
  demo: () => import('./demo.js'),
  import: () => import('./import.js'),
  'export-feedback': () => import('./export-feedback.js'),
  replay: () => import('./replay.js'),
  train: () => import('./train.js'),
  export: () => import('./export.js'),
  erase: () => import('./erase.js'),
  'rotate-keys': () => import('./rotate-keys.js'),
  'verify-audit': () => import('./verify-audit.js'),
  'verify-ledger': () => import('./verify-ledger.js'),
};
