import type { Bench } from './bench.js';
import { measureRedactor } from './redact-measure.js';
import { generated } from './redact-texts.js';

const TEXTS = 40_000;
const SEED = 20_261_122;
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** How much of what tells who somebody is, is masked, and how much of what is masked does not. */
export const redaction: Bench = {
  name: 'redact',
  figure: `precision and recall of the redactor on ${TEXTS.toLocaleString('en')} generated texts`,
  beside: 'the truth of the generator',
  bar: 'both ≥ 99 %',
  aim: 'recall 100 %',
  run: ({ say }) => {
    const texts = generated(TEXTS, SEED);
    const begin = performance.now();
    const { precision, recall, byKind, wrong } = measureRedactor(texts);
    const seconds = (performance.now() - begin) / 1_000;
    for (const [kind, { wanted, found }] of Object.entries(byKind)) say(`  ${kind}: ${found} of ${wanted}`);
    for (const text of wrong.slice(0, 10)) say(`  wrong: ${text}`);
    const note = `precision ${percent(precision)}, recall ${percent(recall)}; ${Math.round(TEXTS / seconds).toLocaleString('en')} texts a second`;
    return Promise.resolve({ ours: [], beside: [], note });
  },
};
