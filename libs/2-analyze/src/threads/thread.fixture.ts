import { inThread } from './thread.js';

/** What the thread of the specs does, by name. */
export type Job = 'double' | 'throw' | 'exit' | 'hang' | 'hoard';

inThread(async ({ job, numbers }: { job: Job; numbers: Float64Array }) => {
  switch (job) {
    case 'double':
      return numbers.map((number) => number * 2);
    case 'throw':
      throw new Error('no such number');
    case 'exit':
      return process.exit(7);
    case 'hang':
      for (;;);
    case 'hoard': {
      const kept: string[][] = [];
      for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `kept ${i}`));
    }
  }
});
