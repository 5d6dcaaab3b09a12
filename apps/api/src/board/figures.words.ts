import { askedBy, FEWEST, type BoardLanguage, type PublicPost } from '@huiyin/board';
import { BOARD_WORDS } from './board.words.js';

const DAY_MS = 86_400_000;
/** Where the operator's customers are. */
const ZONE = 'Asia/Shanghai';
const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A day, as people write it: 2026年3月5日, 5 March 2026. */
export function dayOf(iso: string, language: BoardLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: ZONE }).format(new Date(iso));
}

/** How many asked for it, in words; few people are not counted in public. */
export function peopleWords(post: Pick<PublicPost, 'figures' | 'votes'>, language: BoardLanguage): string {
  const asked = askedBy(post);
  return asked < FEWEST ? BOARD_WORDS[language].few : BOARD_WORDS[language].people(asked);
}

/** How long it took from the first voice to the decision, in words; null while there is none. */
export function tookWords({ status, heardAt, since }: PublicPost, language: BoardLanguage): string | null {
  if (status !== 'done' && status !== 'declined') return null;
  const days = Math.max(0, Math.floor((Date.parse(since) - Date.parse(heardAt)) / DAY_MS));
  return BOARD_WORDS[language].took(days);
}
