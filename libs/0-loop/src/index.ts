export * from './clock.js';
export * from './errors.js';
export * from './events.js';
export * from './language.js';
export * from './loop.js';
export { clean, MAX_CHARS, tidy } from './tidy.js';
