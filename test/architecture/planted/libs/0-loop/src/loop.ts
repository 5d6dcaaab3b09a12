// breaks: loop-imports-nothing
import { join } from 'node:path';

export type Stage = 'collect' | 'analyze';
export const path = join('collect', 'analyze');
