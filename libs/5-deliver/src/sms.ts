/** The characters of the GSM 7-bit alphabet (3GPP TS 23.038); those in the second row take two places. */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_DOUBLE = '^{}\\[~]|€\f';

/** How long a text is as SMS, and in how many parts it is charged. */
export interface SmsLength {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** Places: characters, those outside of the basic plane and the double ones of GSM counted twice. */
  readonly length: number;
  readonly parts: number;
}

/**
 * Counts an SMS: 160 places in one part or 153 in each of several where the GSM alphabet does; else, as in Chinese, 70 or 67.
 * A character that takes two places is never torn between two parts.
 */
export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const plain = characters.every((character) => GSM.includes(character) || GSM_DOUBLE.includes(character));
  const places = characters.map((character) => (plain ? (GSM.includes(character) ? 1 : 2) : character.length));
  const length = places.reduce((sum, place) => sum + place, 0);
  const [single, each] = plain ? [160, 153] : [70, 67];
  const encoding = plain ? 'gsm-7' : 'ucs-2';
  return { encoding, length, parts: length <= single ? 1 : partsOf(places, each) };
}

function partsOf(places: readonly number[], each: number): number {
  let [parts, used] = [1, 0];
  for (const place of places) {
    if (used + place > each) [parts, used] = [parts + 1, 0];
    used += place;
  }
  return parts;
}
