import { EscalationEntity } from './escalation.entity.js';
import { HandBackEntity } from './hand-back.entity.js';
import { ItemResolutionEntity } from './item-resolution.entity.js';
import { NoteEntity } from './note.entity.js';
import { ResolutionEntity } from './resolution.entity.js';

/** The tables of this stage, for the check that entities and migrations agree. */
export const RESOLVE_ENTITIES = [ResolutionEntity, ItemResolutionEntity, HandBackEntity, EscalationEntity, NoteEntity];
