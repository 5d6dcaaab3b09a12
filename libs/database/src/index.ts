export * from './database.js';
export * from './embedded/index.js';
export * from './migrate.js';
export { DatabaseModule } from './database.module.js';
