// breaks: libs-only-through-index, libs-only-by-alias
import { secret } from '../../bus/src/inside.js';

export const told = secret;
