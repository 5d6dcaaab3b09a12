/** Every text against every other, by the three characters in a row that they share (Jaccard). */
export class BruteForce {
  private readonly numberOf = new Map<string, number>();
  private readonly grams: ReadonlySet<number>[];

  constructor(texts: readonly string[]) {
    this.grams = texts.map((text) => this.read(text));
  }

  /** The places of the texts that are at least so similar, with their similarity. */
  search(text: string, least: number): { place: number; similarity: number }[] {
    const wanted = this.read(text);
    const found: { place: number; similarity: number }[] = [];
    for (const [place, grams] of this.grams.entries()) {
      const similarity = jaccard(wanted, grams);
      if (similarity >= least) found.push({ place, similarity });
    }
    return found;
  }

  /** True when another text than the one at `place` is at least so similar. */
  hasLookAlike(text: string, least: number, place: number): boolean {
    const wanted = this.read(text);
    return this.grams.some((grams, other) => {
      const sizes = Math.min(wanted.size, grams.size) / Math.max(wanted.size, grams.size);
      return other !== place && sizes >= least && jaccard(wanted, grams) >= least;
    });
  }

  /** How similar two texts are. */
  similarity(a: string, b: string): number {
    return jaccard(this.read(a), this.read(b));
  }

  /** Part of what the shorter of two texts says, letter by letter, that the other one says too. */
  overlap(a: string, b: string): number {
    const [one, other] = [this.read(lettersOf(a)), this.read(lettersOf(b))];
    const least = Math.min(one.size, other.size);
    return least === 0 ? 0 : [...one].filter((gram) => other.has(gram)).length / least;
  }

  private read(text: string): ReadonlySet<number> {
    const found = new Set<number>();
    for (let at = 0; at + 3 <= text.length; at++) {
      const gram = text.slice(at, at + 3);
      const number = this.numberOf.get(gram) ?? this.numberOf.size;
      this.numberOf.set(gram, number);
      found.add(number);
    }
    return found;
  }
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of few) if (many.has(gram)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
