export { putInto, type Put, type RowCondition } from './condition.js';
export * from './database.js';
export * from './embedded/index.js';
export * from './migrate.js';
export { DatabaseModule } from './database.module.js';
