import { findSimilar, isSame } from '@huiyin/analyze';
import type { Database } from '@huiyin/database';
import type { BruteForce } from './brute-force.js';
import type { LabelledPair } from './own-texts.js';
import { dice, perturbed, PERTURBATIONS, type Perturbation } from './perturb.js';
import { writtenTexts } from './written.js';

/** The texts that are looked through, in memory and as items. */
export interface Corpus {
  readonly db: Database;
  readonly texts: readonly string[];
  /** Id of an item → place in `texts`. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly brute: BruteForce;
  /** From the first of so many texts the questions are made. */
  readonly originals: number;
}

/** A text to look up, and the place of the one that it was made of; `null` when that one is not among the items. */
export interface Question {
  readonly text: string;
  readonly how: Perturbation;
  readonly place: number | null;
  /** What it was made of. */
  readonly original: string;
}

/** What one way of looking up found. */
interface Score {
  readonly recall: number;
  readonly precision: number;
}

/** How well was found what was planted. */
export interface Report {
  readonly ours: Score;
  readonly byKind: ReadonlyMap<Perturbation, number>;
  /** At the threshold where its precision reaches 0.99 and its recall is highest. */
  readonly brute: Score & { readonly threshold: number };
  readonly questions: number;
}

const QUESTIONS = 240;
/** Of the questions, those whose original is not among the items: nothing may be found. */
const ABSENT = 30;
/** Two texts that share more are no two matters, so nobody can say which of them a question was made of. */
const LOOK_ALIKE = 0.5;
const SHORTEST = 6;
const LEAST = 0.2;

/** Questions about texts that have no look-alike among the others, and some about texts that are not there. */
function makeQuestions({ texts, brute, originals }: Corpus): Question[] {
  const next = dice(7);
  const questions: Question[] = [];
  const how = () => PERTURBATIONS[questions.length % PERTURBATIONS.length] as Perturbation;
  const others = writtenTexts(ABSENT * 20, 'absent').map(({ text }) => text);
  const absent = others.filter((text) => !brute.hasLookAlike(text, LOOK_ALIKE, -1)).slice(0, ABSENT);
  for (const text of absent)
    questions.push({ text: perturbed(text, how(), next), how: how(), place: null, original: text });
  for (let tries = 0; questions.length < QUESTIONS && tries < 10 * QUESTIONS; tries++) {
    const place = Math.floor(next() * originals);
    const text = texts[place] ?? '';
    if (text.length < SHORTEST || brute.hasLookAlike(text, LOOK_ALIKE, place)) continue;
    const kind = how();
    questions.push({ text: perturbed(text, kind, next), how: kind, place, original: text });
  }
  return questions;
}

interface Answered extends Question {
  readonly near: readonly number[];
  readonly brute: readonly { place: number; similarity: number }[];
}

/** Looks every question up in both ways. */
export async function askAll(
  corpus: Corpus,
  say: (line: string) => void,
): Promise<{ questions: Question[]; report: Report }> {
  const questions = makeQuestions(corpus);
  const answered: Answered[] = [];
  for (const question of questions) {
    const { items } = await findSimilar(corpus.db, { text: question.text, limit: 20 });
    const near = items.filter((item) => item.near).map(({ id }) => corpus.placeOf.get(id) ?? -1);
    answered.push({ ...question, near, brute: corpus.brute.search(question.text, LEAST) });
  }
  const report = reportOn(answered, corpus);
  say(`  ${qualityInWords(report)}`);
  return { questions, report };
}

/** Of the letters of the shorter of two texts, the part from which nobody would say that they are two matters. */
const SAME_MATTER = 0.5;

function score(answered: readonly Answered[], corpus: Corpus, found: (answer: Answered) => readonly number[]): Score {
  let [right, wrong, planted] = [0, 0, 0];
  for (const answer of answered) {
    if (answer.place !== null) planted++;
    for (const place of found(answer)) {
      if (place === answer.place) right++;
      else if (corpus.brute.overlap(answer.original, corpus.texts[place] ?? '') < SAME_MATTER) wrong++;
    }
  }
  return { recall: planted === 0 ? 0 : right / planted, precision: right + wrong === 0 ? 1 : right / (right + wrong) };
}

function reportOn(answered: readonly Answered[], corpus: Corpus): Report {
  const thresholds = Array.from({ length: 80 }, (_, index) => LEAST + index / 100);
  const brute = thresholds
    .map((threshold) => {
      const found = ({ brute: all }: Answered) =>
        all.filter(({ similarity }) => similarity >= threshold).map(({ place }) => place);
      return { threshold, ...score(answered, corpus, found) };
    })
    .filter(({ precision }) => precision >= 0.99)
    .sort((a, b) => b.recall - a.recall)[0] ?? { threshold: 1, recall: 0, precision: 1 };
  const near = (answer: Answered) => answer.near;
  const byKind = new Map(
    PERTURBATIONS.map((kind) => [
      kind,
      score(
        answered.filter(({ how }) => how === kind),
        corpus,
        near,
      ).recall,
    ]),
  );
  return { ours: score(answered, corpus, near), byKind, brute, questions: answered.length };
}

/** A {@link Report} in a line. */
export function qualityInWords({ ours, byKind, brute, questions }: Report): string {
  const kinds = [...byKind].map(([kind, recall]) => `${kind} ${recall.toFixed(3)}`).join(', ');
  const own = `recall ${ours.recall.toFixed(4)} at precision ${ours.precision.toFixed(4)} over ${questions} questions (${kinds})`;
  return `${own}; brute force recall ${brute.recall.toFixed(4)} at precision ${brute.precision.toFixed(4)} (threshold ${brute.threshold.toFixed(2)})`;
}

/** How many labelled pairs are taken for the same. */
export function pairsInWords(pairs: readonly LabelledPair[], brute: BruteForce): string {
  if (pairs.length === 0) return '';
  const count = (same: boolean, judged: (pair: LabelledPair) => boolean) =>
    `${pairs.filter((pair) => pair.same === same && judged(pair)).length} of ${pairs.filter((pair) => pair.same === same).length}`;
  const ours = ({ a, b }: LabelledPair) => isSame(a, b);
  const theirs = ({ a, b }: LabelledPair) => brute.similarity(a, b) >= LOOK_ALIKE;
  return (
    `pairs taken for the same: ${count(false, ours)} that are not and ${count(true, ours)} that are` +
    ` (brute force at ${LOOK_ALIKE}: ${count(false, theirs)} and ${count(true, theirs)})`
  );
}
