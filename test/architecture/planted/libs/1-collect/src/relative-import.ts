// breaks: libs-only-by-alias
import { bus } from '../../bus/src/index.js';

export const lane = bus;
