import { AssignmentEntity } from './assignment.entity.js';
import { RoutingRuleEntity } from './routing-rule.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const ROUTE_ENTITIES = [RoutingRuleEntity, AssignmentEntity];
