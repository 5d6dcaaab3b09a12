/** Longest text that is looked at, in UTF-16 units: what the API accepts; anything longer is cut, never refused. */
export const MAX_CHARS = 10_000;

/** The longest distance between `<` and `>` that is taken for a tag. */
const MAX_TAG = 300;

/** Takes HTML tags out in one pass; a `<` that opens no tag stays. */
function withoutTags(text: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (at < from || !/[a-z/!]/i.test(text.charAt(at + 1))) continue;
    const end = text.slice(at, at + MAX_TAG).indexOf('>');
    if (end < 0) continue;
    out += `${text.slice(from, at)} `;
    from = at + end + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Control characters except tab and line ends, zero-width and bidi marks, BOM, variation selectors, lone surrogates, private use. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\p{Cs}\p{Co}]/gu;
/** Cut before normalising, which takes quadratic time to put a long pile in order; no script needs more than four. */
const TALL_PILES = /(\p{M}{4})\p{M}+/gu;
/** Zalgo: after NFKC an ordinary letter has its accent inside, so piles of marks are noise. */
const PILED_MARKS = /(\p{M})\p{M}+/gu;

/**
 * Tidy, in the form `NFC` (its own characters) or `NFKC` (what looks alike, alike). At most {@link MAX_CHARS} long.
 */
export function clean(text: string, form: 'NFC' | 'NFKC'): string {
  let out = text.slice(0, MAX_CHARS).replace(TALL_PILES, '$1').normalize(form).slice(0, MAX_CHARS);
  out = out.replace(INVISIBLE, '').replace(PILED_MARKS, '$1');
  if (out.includes('<')) out = withoutTags(out);
  if (out.includes('&')) out = out.replace(/&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/g, ' ');
  return out.replace(/\s+/g, ' ').trim();
}

/**
 * The text as it may be shown in a name or a quote: its own characters, without invisible ones, piled accents and HTML
 * tags, white space folded. At most {@link MAX_CHARS} long; linear in the length of the input.
 */
export function tidy(text: string): string {
  return clean(text, 'NFC');
}
