export type { Accepted, CustomerDetails, Receipt, Submission } from './collect.js';
export { CollectHandler } from './collect.handler.js';
export { CollectModule } from './collect.module.js';
export { Intake } from './intake.adapter.js';
