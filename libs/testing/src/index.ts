export { commandLine, type Ended, Instance, type InstanceOptions, freePort } from './instance.js';
export { type TemporaryFolder, temporaryFolder } from './temporary-folder.js';
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.js';
