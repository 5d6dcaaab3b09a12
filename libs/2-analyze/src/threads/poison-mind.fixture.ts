import { understand, warmUp, type Understanding, type Words } from '../analyze.js';
import { serveSlices } from './slice-thread.js';
import type { Knowledge } from './text-mind.js';

/** A mind that does to its thread what the text says, and else understands like the real one. */
serveSlices<Knowledge, Words, Understanding>({
  know: () => undefined,
  prepare: warmUp,
  work(words) {
    if (words.text === 'hang') for (;;);
    if (words.text === 'die') process.exit(1);
    if (words.text === 'throw') throw new Error('the analysis broke');
    if (words.text === 'hoard') {
      const kept: string[][] = [];
      for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `kept ${i}`));
    }
    return understand(words);
  },
});
