// breaks: client-imports-nothing
import type { Stage } from '@huiyin/loop';

export const first: Stage = 'collect';
