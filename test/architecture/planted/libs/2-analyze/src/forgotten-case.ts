// breaks: @typescript-eslint/switch-exhaustiveness-check
import type { Stage } from '@huiyin/loop';

export function name(stage: Stage): string {
  switch (stage) {
    case 'collect':
      return '收集';
  }
  return '';
}
