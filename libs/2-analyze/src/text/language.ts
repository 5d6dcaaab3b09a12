import { detectAll } from 'tinyld/light';
import { ENGLISH_COMMON } from '../data/stop-words.js';

/** `mixed` is Chinese and another script side by side; `other:` carries an ISO 639-1 code, or `und` when there are no letters. */
export type Language = 'zh' | 'en' | 'mixed' | `other:${string}`;

/** How much of a text is looked at: more does not change the answer. */
const SAMPLE = 1_000;
/** tinyld slows down on walls of letters, so it sees little. */
const DETECTOR_SAMPLE = 160;
/** Latin-script languages that are looked for; a closed list keeps short English from being taken for Polish or Klingon. */
const LATIN_LANGUAGES = ['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'id', 'ms', 'vi', 'tr', 'pl', 'sv', 'ro', 'tl'];

interface Scripts {
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  latinWords: number;
  /** Letters beyond ASCII in Latin script: é, ñ, ư. */
  accented: number;
  others: Map<string, number>;
}

/** First code point of a block and the language that its script speaks for; blocks end where the next begins. */
// prettier-ignore
const BLOCKS: readonly (readonly [number, string])[] = [
  [0x370, 'el'], [0x400, 'ru'], [0x530, 'hy'], [0x590, 'he'], [0x600, 'ar'], [0x700, ''], [0x900, 'hi'],
  [0x980, 'bn'], [0xa00, ''], [0xb80, 'ta'], [0xc00, ''], [0xe00, 'th'], [0xe80, 'lo'], [0xf00, 'bo'],
  [0x1000, 'my'], [0x10a0, 'ka'], [0x1100, ''], [0x1780, 'km'], [0x1800, 'mn'], [0x18b0, ''],
];

function blockLanguage(code: number): string {
  let found = '';
  for (const [first, language] of BLOCKS) {
    if (code < first) break;
    found = language;
  }
  return found;
}

const isLatin = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a);
const isAccented = (c: number): boolean =>
  (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) || (c >= 0x1e00 && c <= 0x1eff);

function countScripts(text: string): Scripts {
  const n: Scripts = { han: 0, kana: 0, hangul: 0, latin: 0, latinWords: 0, accented: 0, others: new Map() };
  let inWord = false;
  for (let i = 0; i < Math.min(text.length, SAMPLE); i++) {
    const c = text.charCodeAt(i);
    const accented = isAccented(c);
    if (accented || isLatin(c)) {
      n.latin++;
      if (accented) n.accented++;
      if (!inWord) n.latinWords++;
      inWord = true;
      continue;
    }
    inWord = false;
    if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)) n.han++;
    else if (c >= 0x3041 && c <= 0x30ff) n.kana++;
    else if (c >= 0xac00 && c <= 0xd7a3) n.hangul++;
    else if (c >= 0x370 && c < 0x18b0) {
      const language = blockLanguage(c);
      if (language) n.others.set(language, (n.others.get(language) ?? 0) + 1);
    }
  }
  return n;
}

/** Latin script: everyday English words decide at once; the detector sees only what has too few of them. */
function latinLanguage(text: string, scripts: Scripts): Language {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const common = words.reduce((n, word) => n + (ENGLISH_COMMON.has(word) ? 1 : 0), 0);
  if (scripts.accented === 0 && (words.length < 4 || common / words.length >= 0.2)) return 'en';
  const [best] = detectAll(text.slice(0, DETECTOR_SAMPLE), { only: LATIN_LANGUAGES });
  if (!best || best.lang === 'en') return 'en';
  const doubtful = scripts.accented === 0 && common > 0 && best.accuracy < 0.6;
  return doubtful ? 'en' : `other:${best.lang}`;
}

/**
 * The language of a text. The script decides wherever it can (microseconds); only Latin script that does not look like
 * English asks the detector. A Chinese sentence with product names in it (5G, WiFi, APP) stays `zh`.
 */
export function detectLanguage(text: string): Language {
  const scripts = countScripts(text);
  const { han, kana, hangul, latin, latinWords } = scripts;
  const [otherLanguage, otherCount] = [...scripts.others].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0];
  const letters = han + kana + hangul + latin + otherCount;
  if (letters === 0) return 'other:und';
  if (kana > 0 && kana >= 0.15 * (han + kana)) return 'other:ja';
  if (hangul > han && hangul >= latin) return 'other:ko';
  if (otherCount > han && otherCount >= latin) return `other:${otherLanguage}`;
  if (han === 0) return latinLanguage(text, scripts);
  const hanWords = han / 1.6; // characters per Chinese word in running text
  const share = latinWords / (latinWords + hanWords);
  if (latinWords < 4 || share < 0.25) return 'zh';
  return share > 0.9 ? latinLanguage(text, scripts) : 'mixed';
}
