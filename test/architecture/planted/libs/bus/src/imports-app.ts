// breaks: libs-never-import-apps
import { main } from '../../../apps/api/src/main.js';

export const upsideDown = main;
