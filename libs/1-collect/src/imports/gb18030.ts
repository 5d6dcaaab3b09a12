import { isUtf8 } from 'node:buffer';

/** Takes bytes as they come, `end` with the last of them; gives whole characters, and whether all of them were some. */
export type Whole = (chunk: Buffer, end: boolean) => { bytes: Buffer; sound: boolean };

const [LINE_FEED, RETURN] = [0x0a, 0x0d];
/** What is kept back until a line has ended, bytes; of a longer one nobody asks whether it is UTF-8. */
const LONGEST_LINE = 1 << 20;

/** Bytes between plain ones, as latin1, that are two or more UTF-8 characters of three or four bytes: no Chinese looks like this in GB18030. */
const UTF8_RUN = /(?<![\x80-\xff])(?:[\xe2-\xef][\x80-\xbf]{2}|\xf0[\x9f-\xaf][\x80-\xbf]{2}){2,}(?![\x80-\xff])/g;
/** What nobody writes beside Chinese: a line with it only happens to be UTF-8. */
const STRANGE =
  /[^\x00-\u024f\u2010-\u2044\u20ac\u2100-\u27bf\u3000-\u30ff\u3400-\u9fff\ufe00-\ufe4f\uff00-\uffef\u{1f000}-\u{1faff}\u{20000}-\u{323af}]/u;
/** A single one of those tells in a line that is UTF-8 altogether. */
const UTF8_CHARACTER = /[\xe2-\xef][\x80-\xbf]{2}|\xf0[\x9f-\xaf][\x80-\xbf]{2}/;

/**
 * GB18030 as UTF-8. Files that were put together from several systems hold lines in UTF-8 too, which would read as other, wrong
 * Chinese: such a line is taken as UTF-8. Where one line holds both, what is UTF-8 reads as U+FFFD, and so its row is damaged.
 */
export function fromGb18030(): Whole {
  const lines = new Lines();
  const decoder = new TextDecoder('gb18030');
  return (chunk, end) => {
    const { whole, open } = lines.take(chunk, end);
    const pieces: Buffer[] = [];
    let sound = true;
    for (const { bytes, utf8 } of segments(whole, open)) {
      if (utf8) pieces.push(bytes);
      else {
        const text = decoder.decode(withoutUtf8(bytes), { stream: true });
        sound &&= !text.includes('\ufffd');
        pieces.push(Buffer.from(text));
      }
    }
    const last = end ? decoder.decode() : '';
    if (last !== '') pieces.push(Buffer.from(last));
    return { bytes: pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces), sound: sound && last === '' };
  };
}

/** Keeps back a line that has not ended. */
class Lines {
  private rest: Buffer = Buffer.alloc(0);
  /** The end of a line has been given away without its beginning. */
  private broken = false;

  /** Bytes up to the end of a line; `open` when their first line had begun before. */
  take(chunk: Buffer, end: boolean): { whole: Buffer; open: boolean } {
    const all = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const at = Math.max(all.lastIndexOf(LINE_FEED), all.lastIndexOf(RETURN)) + 1;
    const tooLong = all.length - at > LONGEST_LINE;
    const cut = end || tooLong ? all.length : at;
    const open = this.broken;
    if (cut > 0) this.broken = tooLong;
    this.rest = all.subarray(cut);
    return { whole: all.subarray(0, cut), open };
  }
}

/** Neighbouring lines of one kind together. */
function* segments(whole: Buffer, open: boolean): Generator<{ bytes: Buffer; utf8: boolean }> {
  let start = 0;
  for (let at = 0, first = open; at < whole.length; first = false) {
    const end = endOfLine(whole, at);
    if (!first && isForeign(whole.subarray(at, end))) {
      if (at > start) yield { bytes: whole.subarray(start, at), utf8: false };
      yield { bytes: whole.subarray(at, end), utf8: true };
      start = end;
    }
    at = end;
  }
  if (start < whole.length) yield { bytes: whole.subarray(start), utf8: false };
}

function endOfLine(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LINE_FEED, from);
  if (feed >= 0) return feed + 1;
  const back = bytes.indexOf(RETURN, from);
  return back < 0 ? bytes.length : back + 1;
}

function isForeign(line: Buffer): boolean {
  return isUtf8(line) && UTF8_CHARACTER.test(line.toString('latin1')) && !STRANGE.test(line.toString());
}

/** 0xFF is no byte of GB18030 and reads as U+FFFD. */
function withoutUtf8(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  return text.search(UTF8_RUN) < 0 ? bytes : Buffer.from(text.replace(UTF8_RUN, '\xff'), 'latin1');
}
