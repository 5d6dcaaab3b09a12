import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { groupOf, isHeldOut, readWords, TAXONOMY, type Field } from '@huiyin/analyze';
import { KINDS } from '@huiyin/loop';

/** A text with its label and the part it belongs to. */
export interface LabelledText {
  readonly subject: string | null;
  readonly text: string;
  readonly label: string;
  readonly test: boolean;
  /** What the label would be called here, for a field of ours; null when there is no such thing. */
  readonly ours: string | null;
}

/** One column of labels of one file. */
export interface LabelledSet {
  readonly name: string;
  /** The field of ours that the labels speak of, as far as they do. */
  readonly field: Field | null;
  readonly rows: readonly LabelledText[];
}

type Json = Readonly<Record<string, string | number | undefined | null>>;

/** Columns that may hold labels. */
const COLUMNS = ['label', 'sentiment', 'category', 'kind'];
/** More values than this are topics of a stream or ids; fewer rows of each than that cannot be learnt. */
const MOST_LABELS = 150;
const LEAST_ROWS_PER_LABEL = 10;

/** What others call our kinds. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  'bug report': 'fault',
  bug: 'fault',
  'feature request': 'suggestion',
  suggest: 'suggestion',
  question: 'enquiry',
  inquiry: 'enquiry',
  compliment: 'praise',
  投诉: 'complaint',
  建议: 'suggestion',
  咨询: 'enquiry',
  故障: 'fault',
  报障: 'fault',
  表扬: 'praise',
  申诉: 'appeal',
};

/** Two values are bad and good; three are bad, neither and good. */
function sentimentNames(values: readonly string[]): Readonly<Record<string, string>> | undefined {
  const sorted = [...values].sort((a, b) => Number(a) - Number(b)).join(' ');
  if (sorted === '0 1') return { 0: 'negative', 1: 'positive' };
  if (sorted === '-1 1') return { '-1': 'negative', 1: 'positive' };
  if (sorted === '-1 0 1') return { '-1': 'negative', 0: 'neutral', 1: 'positive' };
  const words = ['negative', 'neutral', 'positive'];
  if (values.every((value) => words.includes(value))) return Object.fromEntries(words.map((word) => [word, word]));
  return undefined;
}

/** The field of ours that labels speak of, and their names here. */
function understoodAs(values: readonly string[]): { field: Field | null; names: Readonly<Record<string, string>> } {
  const feelings = sentimentNames(values);
  if (feelings) return { field: 'sentiment', names: feelings };
  const codes = new Set(TAXONOMY.map(({ code }) => code));
  if (values.every((value) => codes.has(value)))
    return { field: 'category', names: Object.fromEntries(values.map((value) => [value, value])) };
  const kinds: readonly string[] = KINDS;
  const entries = values.flatMap((value): [string, string][] => {
    const name = kinds.includes(value.toLowerCase()) ? value.toLowerCase() : KIND_NAMES[value.toLowerCase()];
    return name ? [[value, name]] : [];
  });
  return { field: entries.length > 1 ? 'kind' : null, names: Object.fromEntries(entries) };
}

function text(row: Json, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Which rows are for testing: as the file says, else a fifth of the groups of texts that belong together. */
function isTest(row: Json, words: { subject: string | null; text: string }): boolean {
  if (typeof row['split'] === 'string') return row['split'] !== 'train';
  const group = row['cid'] ?? row['group'];
  return isHeldOut(group === undefined ? groupOf(readWords(words).reading) : String(group));
}

function columnOf(name: string, column: string, rows: readonly Json[]): LabelledSet | undefined {
  const usable = rows.filter((row) => row[column] !== undefined && row[column] !== null && text(row, 'text'));
  const values = [...new Set(usable.map((row) => String(row[column])))];
  if (values.length < 2 || values.length > MOST_LABELS || usable.length < values.length * LEAST_ROWS_PER_LABEL)
    return undefined;
  const { field, names } = understoodAs(values);
  const labelled = usable.map((row): LabelledText => {
    const [first, detail] = [text(row, 'text'), text(row, 'detail')];
    const words = detail ? { subject: first, text: detail } : { subject: null, text: first };
    const label = String(row[column]);
    return { ...words, label, ours: names[label] ?? null, test: isTest(row, words) };
  });
  return { name: column === 'label' ? name : `${name} · ${column}`, field, rows: labelled };
}

/**
 * Every column of labels in a JSONL file, or in those of a folder and its folders. Rows have `text` (a subject when there
 * is `detail` too), labels in `label`, `sentiment`, `category` or `kind`, and perhaps `split` and `cid` (texts of one `cid`
 * stay together). What has no text or no usable labels is left out.
 */
export async function readLabelled(path: string): Promise<LabelledSet[]> {
  if ((await stat(path)).isDirectory()) {
    const names = (await readdir(path)).sort();
    const sets: LabelledSet[] = [];
    for (const name of names) sets.push(...(await readLabelled(join(path, name))));
    return sets;
  }
  if (!path.endsWith('.jsonl')) return [];
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim());
  const rows = lines.map((line) => JSON.parse(line) as Json);
  return COLUMNS.flatMap((column) => columnOf(basename(path, '.jsonl'), column, rows) ?? []);
}
