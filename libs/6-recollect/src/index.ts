export { RECOLLECT_ENTITIES } from './entities.js';
export { SurveyPost, type SurveyAnswer, type SurveyMessage, type SurveyQuestion } from './recollect.js';
export { RecollectHandler } from './recollect.handler.js';
export { RecollectModule } from './recollect.module.js';
export { Surveys } from './surveys.adapter.js';
