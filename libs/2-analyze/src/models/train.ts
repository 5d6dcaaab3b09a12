import { readWords, understand, type Words } from '../analyze.js';
import { fit, learnableLabels, type Example } from './fit.js';
import { gramsOf } from './grams.js';
import { judge, seenBy, sumsOf, isLabel, type Field, type LinearModel, type Models } from './linear-model.js';
import { figuresOf, type Figures } from './measure.js';
import { pack, unpack } from './pack.js';
import { sharpnessFor } from './quantise.js';
import { groupOf, isHeldOut } from './split.js';

/** A text with what is true of it. */
export interface Sample {
  readonly subject: string | null;
  readonly text: string;
  readonly label: string;
  /** 1 for what a person corrected; less for what counts for less. */
  readonly weight: number;
}

/** Fewer examples than this, or fewer held out, prove nothing. */
export const LEAST_EXAMPLES = 100;
export const LEAST_HELD_OUT = 15;

/** What came of training one field. */
export interface Trial {
  readonly field: Field;
  readonly verdict: 'too-few' | 'better' | 'not-better';
  /** In words, what was done and why. */
  readonly because: string;
  readonly figures: {
    readonly examples: number;
    readonly labels: number;
    readonly heldOut: number;
    /** Version of the model that was in use, or `rules`. */
    readonly inUse: string;
    readonly before: Figures | null;
    readonly after: Figures | null;
  };
  /** The new model for the store; null when there are too few examples. */
  readonly model: Uint8Array | null;
}

/** What training one field needs. */
export interface Lesson {
  readonly field: Field;
  readonly samples: readonly Sample[];
  /** What is in use now; a field without a model is judged by rules. */
  readonly models: Models;
  /** Version for the new model. */
  readonly version: string;
}

/** What is in use now says of a text. */
function judgedNow(words: Words, field: Field, models: Models): string {
  const { analysis } = understand({ ...words, declaredKind: null }, models);
  return field === 'sentiment' ? analysis.sentiment.label : analysis[field];
}

/** A model for what a text is; texts it knows no word of are left to what is in use now. */
function judgedBy(model: LinearModel, words: Words, field: Field): string | undefined {
  const { reading, subjectEnd } = readWords(words);
  return judge(model, reading, gramsOf(reading, subjectEnd), (label) => isLabel(field, label))?.label;
}

const NOWHERE = new Int32Array(0);

interface Split {
  readonly taught: readonly (Example & Words)[];
  readonly heldOut: readonly (Example & Words)[];
}

function split(samples: readonly Sample[]): Split {
  const taught: (Example & Words)[] = [];
  const heldOut: (Example & Words)[] = [];
  for (const { subject, text, label, weight } of samples) {
    const { reading, subjectEnd } = readWords({ subject, text });
    // Where n-grams stand is of no use here, and twice as large as all the rest.
    const grams = { ...gramsOf(reading, subjectEnd), places: NOWHERE };
    const example = { subject, text, label, weight, grams };
    (isHeldOut(groupOf(reading)) ? heldOut : taught).push(example);
  }
  return { taught, heldOut };
}

/** Sets the sharpness so that scores on held-out texts mean what they say. */
function sharpened(model: LinearModel, heldOut: readonly Example[]): LinearModel {
  const judged = heldOut
    .map(({ grams, label }) => ({ sums: sumsOf(model, seenBy(model, grams)), label: model.labels.indexOf(label) }))
    .filter(({ label }) => label >= 0);
  return { ...model, sharpness: sharpnessFor(judged) };
}

const percent = (share: number): string => (share * 100).toFixed(1);

/**
 * Fits a model for a field and holds it against what is in use, on texts that neither this model nor any before it has
 * learnt from (the held-out part is chosen by what the texts say, so it is always the same texts). The model is left as
 * it was measured: it is not fitted again on everything, or the next one could not be held against it fairly.
 * Takes seconds to minutes; call it off the event loop.
 */
export function train({ field, samples, models, version }: Lesson): Trial {
  const { taught, heldOut } = split(samples);
  const inUse = models[field]?.version ?? 'rules';
  const labels = learnableLabels(taught).length;
  const figures = { examples: samples.length, labels, heldOut: heldOut.length, inUse, before: null, after: null };
  const model = enough(samples.length, heldOut.length) ? fit(taught, version) : undefined;
  if (!model) return { field, verdict: 'too-few', because: tooFew(figures), figures, model: null };
  const packed = pack(sharpened(model, heldOut));
  const stored = unpack(packed);
  const now = heldOut.map((words) => ({ truth: words.label, given: judgedNow(words, field, models) }));
  const then = heldOut.map((words, i) => ({
    truth: words.label,
    given: judgedBy(stored, words, field) ?? now[i]!.given,
  }));
  const [before, after] = [figuresOf(now), figuresOf(then)];
  const better = after.macroF1 > before.macroF1;
  const because =
    `macro-F1 ${percent(after.macroF1)} against ${percent(before.macroF1)} of ${inUse} ` +
    `on ${heldOut.length} texts that were held out: ${better ? 'better, so it is put to use' : 'not better, so nothing changes'}.`;
  return {
    field,
    verdict: better ? 'better' : 'not-better',
    because,
    figures: { ...figures, before, after },
    model: packed,
  };
}

const enough = (examples: number, heldOut: number): boolean => examples >= LEAST_EXAMPLES && heldOut >= LEAST_HELD_OUT;

function tooFew({ examples, heldOut, labels }: Trial['figures']): string {
  if (enough(examples, heldOut))
    return `${labels} values have enough examples, and two are needed. Nothing changes; correct more items and train again.`;
  return (
    `${examples} examples, ${heldOut} of them held out; at least ${LEAST_EXAMPLES} and ${LEAST_HELD_OUT} are needed to prove ` +
    `anything. Nothing changes; correct more items and train again.`
  );
}
