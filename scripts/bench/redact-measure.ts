import { FINDING_KINDS, redact, type FindingKind } from '@huiyin/privacy';
import type { Labelled } from './redact-texts.js';

/** How well the redactor does on labelled texts. */
export interface Accuracy {
  /** Of what it masked, the share that was to be masked: 0 to 1. */
  readonly precision: number;
  /** Of what was to be masked, the share that it masked whole: 0 to 1. */
  readonly recall: number;
  /** Recall of each kind that occurs; what is masked as another kind counts, since it is masked. */
  readonly byKind: Readonly<Partial<Record<FindingKind, { readonly wanted: number; readonly found: number }>>>;
  /** Texts in which something was missed or masked in error, for whoever wants to know which. */
  readonly wrong: readonly string[];
}

/** Measures precision and recall on texts of which it is known what is in them. */
export function measureRedactor(texts: readonly Labelled[]): Accuracy {
  const byKind = new Map<FindingKind, { wanted: number; found: number }>(FINDING_KINDS.map((kind) => [kind, { wanted: 0, found: 0 }])); // prettier-ignore
  let [masked, right] = [0, 0];
  const wrong: string[] = [];
  for (const { text, findings } of texts) {
    const { findings: seen } = redact(text);
    const good = seen.filter((one) => findings.some(({ start, end }) => one.start < end && start < one.end));
    const missed = findings.filter(({ start, end }) => !seen.some((one) => one.start <= start && end <= one.end));
    masked += seen.length;
    right += good.length;
    for (const finding of findings) {
      const tally = byKind.get(finding.kind) as { wanted: number; found: number };
      tally.wanted++;
      if (!missed.includes(finding)) tally.found++;
    }
    if (missed.length > 0 || good.length < seen.length) wrong.push(text);
  }
  const tallies = [...byKind].filter(([, { wanted }]) => wanted > 0);
  const [wanted, found] = [sum(tallies, 'wanted'), sum(tallies, 'found')];
  return {
    precision: masked === 0 ? 1 : right / masked,
    recall: wanted === 0 ? 1 : found / wanted,
    byKind: Object.fromEntries(tallies),
    wrong,
  };
}

function sum(tallies: readonly [FindingKind, { wanted: number; found: number }][], of: 'wanted' | 'found'): number {
  return tallies.reduce((total, [, tally]) => total + tally[of], 0);
}
