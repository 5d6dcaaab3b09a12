import { SurveyTokenEntity } from './survey-token.entity.js';
import { SurveyEntity } from './survey.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const RECOLLECT_ENTITIES = [SurveyEntity, SurveyTokenEntity];
