export { makeDataDir } from './data-dir.js';
export { type EmbeddedOptions, EmbeddedPostgres } from './embedded-postgres.js';
export { type Holder, InstanceLock, instanceHolder } from './instance-lock.js';
export { type OpenDatabase, openDatabase } from './open-database.js';
export { portTrouble } from './port.js';
export { writePrivateJson } from './private-file.js';
