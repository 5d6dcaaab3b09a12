// breaks: nothing
export * from './loop.js';
