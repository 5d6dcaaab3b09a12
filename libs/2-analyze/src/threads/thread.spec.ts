import { describe, expect, it } from '@jest/globals';
import { runInThread, ThreadLost, threadUrl, type ThreadOptions } from './thread.js';
import type { Job } from './thread.fixture.js';

const url = threadUrl(import.meta.url, './thread.fixture');

const run = (job: Job, options?: ThreadOptions): Promise<Float64Array> =>
  runInThread(url, { job, numbers: Float64Array.of(1, 2, 3) }, options);

describe('a job in a thread of its own', () => {
  it('is handed its input and gives its answer', async () => {
    expect([...(await run('double'))]).toEqual([2, 4, 6]);
  });

  it('fails with what the job throws', async () => {
    await expect(run('throw')).rejects.toThrow('no such number');
  });

  it('is lost when the thread ends by itself', async () => {
    await expect(run('exit')).rejects.toThrow(new ThreadLost('The thread ended with 7 and gave no answer.'));
  });

  it('is lost when it takes longer than it may', async () => {
    await expect(run('hang', { limitMs: 50 })).rejects.toThrow(ThreadLost);
  });

  it('is lost when it needs more memory than it may, and the process lives', async () => {
    await expect(run('hoard', { memoryMb: 24 })).rejects.toThrow(/ran out of memory/);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const running = run('hang', { signal: stop.signal });
    stop.abort(new Error('the process stops'));
    await expect(running).rejects.toThrow('the process stops');
  });

  it('takes buffers over without a copy', async () => {
    const numbers = Float64Array.of(4);
    const output = await runInThread<Float64Array>(url, { job: 'double', numbers }, { transfer: [numbers.buffer] });
    expect([...output]).toEqual([8]);
    expect(numbers.byteLength).toBe(0);
  });
});
