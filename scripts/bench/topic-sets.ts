import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { features, readWords, type Features } from '@huiyin/analyze';
import { dice, perturbed, PERTURBATIONS } from './perturb.js';
import { writtenTexts } from './written.js';

/** Texts with the topic of each, in the order in which they came. */
export interface TopicSet {
  readonly name: string;
  readonly rows: readonly TopicText[];
}

/** A text and its topic. */
export interface TopicText {
  readonly subject: string | null;
  readonly text: string;
  readonly topic: string;
}

/** Longer streams are cut here. */
const MOST_ROWS = 30_000;
/** What others call the text, and the topic; the first that a file has is taken. */
const TEXTS = ['text', 'content', 'message', 'body', 'sentence', 'query', 'review'];
const TOPICS = ['label', 'topic', 'intent', 'category', 'class', 'cluster', 'label_text', 'tag'];

type Row = Readonly<Record<string, unknown>>;

/**
 * The sets of a JSONL file, or of those in a folder and its folders: rows with a text (a subject where there is `detail`
 * too) and a topic. A text counts once, whether it is there again word by word or under the same `cid`. Files without
 * topics are left out, as are those whose labels say how somebody feels.
 */
export async function readTopicSets(path: string): Promise<TopicSet[]> {
  if ((await stat(path)).isDirectory()) {
    const sets: TopicSet[] = [];
    for (const name of (await readdir(path)).sort()) sets.push(...(await readTopicSets(join(path, name))));
    return sets;
  }
  if (!/\.(nd)?jsonl?$/.test(path)) return [];
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.startsWith('{'));
  const rows = lines.map((line) => JSON.parse(line) as Row);
  const set = topicSet(basename(path).replace(/\.[a-z]+$/, ''), rows);
  return set ? [set] : [];
}

/** The sets of `path`, or without one those that are written here. */
export async function topicSets(path: string | undefined): Promise<TopicSet[]> {
  return path === undefined ? ownTopicSets() : readTopicSets(path);
}

function word(row: Row, name: string | undefined): string {
  const value = name === undefined ? undefined : row[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function topicSet(name: string, rows: readonly Row[]): TopicSet | undefined {
  const has = (column: string): boolean => rows.some((row) => word(row, column) !== '');
  const [textColumn, topicColumn] = [TEXTS.find(has), TOPICS.find(has)];
  const seen = new Set<string>();
  const kept = rows.flatMap((row): TopicText[] => {
    const [first, detail, topic] = [word(row, textColumn), word(row, 'detail'), word(row, topicColumn)];
    const keys = [
      `words ${first} ${detail}`.replace(/\s+/g, ' '),
      ...(word(row, 'cid') ? [`cid ${word(row, 'cid')}`] : []),
    ];
    if (!first || !topic || keys.some((key) => seen.has(key))) return [];
    for (const key of keys) seen.add(key);
    return [{ topic, ...(detail ? { subject: first, text: detail } : { subject: null, text: first }) }];
  });
  const topics = new Set(kept.map(({ topic }) => topic));
  if (topics.size < 2 || topics.size > kept.length / 2 || areFeelings([...topics])) return undefined;
  return { name, rows: kept.slice(0, MOST_ROWS) };
}

/** Two or three numbers, or words for good and bad: sentiment is no topic. */
function areFeelings(topics: readonly string[]): boolean {
  const feelings = ['negative', 'neutral', 'positive'];
  return (
    topics.length <= 3 && topics.every((topic) => feelings.includes(topic.toLowerCase()) || /^-?[0-2]$/.test(topic))
  );
}

const WRITTEN = 4_000;
const VOICES = 4_000;

/** Texts of the demo's writer by what they are about, and others said again in other ways, few of them very often. */
export function ownTopicSets(): TopicSet[] {
  return [
    { name: 'written', rows: writtenTopics('topics') },
    { name: 'planted', rows: planted() },
  ];
}

function writtenTopics(seed: string): TopicText[] {
  const tongue = (text: string): string => (/[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en');
  return writtenTexts(WRITTEN, seed).map(({ text, topic }) => {
    return { subject: null, text, topic: `${topic} ${tongue(text)}` };
  });
}

/** One text a topic, perturbed over and over; the n-th group is as likely as 1/n (Zipf), as the matters of customers are. */
function planted(): TopicText[] {
  const next = dice(23);
  const originals = [...new Map(writtenTopics('planted').map((each) => [each.topic, each])).values()];
  const total = originals.reduce((sum, _, n) => sum + 1 / (n + 1), 0);
  const rows = new Map<string, TopicText>();
  while (rows.size < VOICES) {
    let left = next() * total;
    const original = originals[originals.findIndex((_, n) => (left -= 1 / (n + 1)) < 0)];
    const how = PERTURBATIONS[Math.floor(next() * PERTURBATIONS.length)]!;
    const text = perturbed(original?.text ?? '', how, next);
    if (original) rows.set(text, { ...original, text });
  }
  return [...rows.values()];
}

/** What each text is compared by. */
export function featuresOf(rows: readonly TopicText[]): Features[] {
  return rows.map((words) => {
    const { reading, subjectEnd } = readWords(words);
    return features(reading, subjectEnd);
  });
}
