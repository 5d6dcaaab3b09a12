import { randomInt } from 'node:crypto';

/** How a suggestion stands for everybody to read. */
export const BOARD_STATUSES = ['open', 'planned', 'in-progress', 'done', 'declined'] as const;
export type BoardStatus = (typeof BOARD_STATUSES)[number];

/** Languages of the board. */
export const BOARD_LANGUAGES = ['zh', 'en'] as const;
export type BoardLanguage = (typeof BOARD_LANGUAGES)[number];

/** What is public of a suggestion in one language, written or confirmed by staff. */
export interface PostWords {
  readonly title: string;
  readonly text: string;
  /** What came of it; null: the public words of the cluster. */
  readonly answer: string | null;
}

/** The words by language; one of them at least. */
export type WordsByLanguage = Readonly<Record<BoardLanguage, PostWords | null>>;

/** The words in `language`, or else in the other one; and which one it is. */
export function wordsIn(
  words: WordsByLanguage,
  language: BoardLanguage,
): { readonly words: PostWords; readonly language: BoardLanguage } {
  const other: BoardLanguage = language === 'zh' ? 'en' : 'zh';
  const found = words[language] ?? words[other];
  if (!found) throw new Error('A post has words in one language at least');
  return { words: found, language: words[language] ? language : other };
}

/** No vowels, nothing that looks like something else: no words by accident, and none of the fixed addresses. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const LETTERS_IN_SLUG = 10;

/** The last part of a post's address: random, so that nobody can count posts or guess one that was withdrawn. */
export function newSlug(): string {
  return Array.from({ length: LETTERS_IN_SLUG }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** True for what may be a slug; anything else need not be looked up. */
export function isSlug(text: string): boolean {
  return text.length === LETTERS_IN_SLUG && [...text].every((letter) => LETTERS.includes(letter));
}

/** Of fewer people no figure is told to the public. */
export const FEWEST = 5;

/** What the public may know of how many and how long; counted now and then by the worker. */
export interface PostFigures {
  /** Different customers who said it. */
  readonly people: number;
  /** Items whose customer has been told what came of it. */
  readonly told: number;
  /** Customers who said whether it helped, and how many said yes. */
  readonly answered: number;
  readonly helped: number;
}

/** Figures of which nothing has been counted yet. */
export const NO_FIGURES: PostFigures = { people: 1, told: 0, answered: 0, helped: 0 };
