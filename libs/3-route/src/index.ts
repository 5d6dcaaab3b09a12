export { ROUTE_ENTITIES } from './entities.js';
export { DEFAULT_LIMIT_MINUTES } from './route.js';
export { RouteHandler } from './route.handler.js';
export { RouteModule } from './route.module.js';
export { listRules, replaceRules, type RuleDraft, type StoredRule } from './rules.store.js';
export { tryDrafts, type ToldTrial } from './trial.store.js';
