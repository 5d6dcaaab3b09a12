import type { BoardLanguage } from '@huiyin/board';
import type { BoardWords } from './board-words.js';
import { EN } from './board-words.en.js';
import { ZH } from './board-words.zh.js';

/** The words of the board, complete in each language. */
export const BOARD_WORDS: Readonly<Record<BoardLanguage, BoardWords>> = { zh: ZH, en: EN };
