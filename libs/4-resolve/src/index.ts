export { RESOLVE_ENTITIES } from './entities.js';
export { Notes, type NewNote, type NoteView, type OpenQuestion } from './notes.adapter.js';
export { Resolutions } from './resolutions.adapter.js';
export { ACTIONS, type Action, type Resolution } from './resolve.js';
export { ResolveHandler } from './resolve.handler.js';
export { ResolveModule } from './resolve.module.js';
