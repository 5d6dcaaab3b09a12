// breaks: no-unresolvable
import { nothing } from './nowhere.js';

export const lost: unknown = nothing;
