import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Two texts and whether they mean the same. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

/** What a file, or all files of a folder, hold: rows with `text`, and rows with `a`, `b` and `label` (1 for the same). */
export interface OwnTexts {
  readonly texts: string[];
  readonly pairs: LabelledPair[];
}

/** Reads NDJSON; lines of any other kind are passed over. */
export async function ownTexts(path: string): Promise<OwnTexts> {
  const folder = (await stat(path)).isDirectory();
  const files = folder ? (await readdir(path, { recursive: true })).sort().map((file) => join(path, file)) : [path];
  const texts = new Set<string>();
  const pairs: LabelledPair[] = [];
  for (const file of files.filter((name) => /\.(nd)?jsonl?$/.test(name))) {
    for (const line of (await readFile(file, 'utf8')).split('\n').filter((one) => one.startsWith('{'))) {
      const { text, a, b, label } = JSON.parse(line) as { text?: string; a?: string; b?: string; label?: unknown };
      if (typeof text === 'string' && text.trim()) texts.add(text);
      if (typeof a === 'string' && typeof b === 'string') pairs.push({ a, b, same: Number(label) === 1 });
    }
  }
  return { texts: [...texts], pairs };
}
