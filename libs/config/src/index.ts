export { type Config, loadConfig } from './config.js';
export * from './embedded-connection.js';
export { configurationMarkdown } from './markdown.js';
export { OperatorError } from './operator-error.js';
export { SETTINGS } from './settings.js';
export { CONFIG, ConfigModule } from './config.module.js';
export { stopSignal } from './stop-signal.js';
export { isLoopback } from './sign-in-settings.js';
