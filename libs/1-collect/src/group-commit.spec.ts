import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

const LIMITS = { rowsPerCommit: 3, commitsUnderWay: 1, rowsWorthAnother: 1, rowsWaiting: 10 };

/** A writer that writes when it is told to, and what it was given. */
function writer() {
  const groups: number[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const write = (rows: readonly number[]) => {
    groups.push([...rows]);
    return new Promise<string[]>((resolve, reject) =>
      ends.push((error) => (error ? reject(error) : resolve(rows.map((row) => `row ${row}`)))),
    );
  };
  /** Ends the commit under way, and lets the next one begin. */
  const end = async (error?: Error) => {
    await turn();
    ends.shift()!(error);
    await turn();
  };
  return { write, groups, end };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a group commit', () => {
  it('writes together what arrives at the same moment, and answers each with its own', async () => {
    const { write, groups, end } = writer();
    const group = new GroupCommit(write, LIMITS);
    const answers = Promise.all([group.submit(1), group.submit(2), group.submit(3)]);
    await end();
    expect(await answers).toEqual(['row 1', 'row 2', 'row 3']);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('answers nobody before the commit that holds their row, and takes what came meanwhile in the next', async () => {
    const { write, groups, end } = writer();
    const group = new GroupCommit(write, LIMITS);
    const answered: string[] = [];
    const submit = (row: number) => void group.submit(row).then((answer) => answered.push(answer));
    submit(1);
    await turn();
    for (const row of [2, 3, 4, 5]) submit(row);
    await turn();
    expect({ groups, answered }).toEqual({ groups: [[1]], answered: [] });
    await end();
    expect(answered).toEqual(['row 1']);
    await end();
    await end();
    expect(groups).toEqual([[1], [2, 3, 4], [5]]);
    expect(answered).toHaveLength(5);
  });

  it('has no more commits under way than it may', async () => {
    const { write, groups, end } = writer();
    const group = new GroupCommit(write, { ...LIMITS, rowsPerCommit: 1, commitsUnderWay: 2 });
    const answers = Promise.all([1, 2, 3].map((row) => group.submit(row)));
    await turn();
    await turn();
    expect(groups).toHaveLength(2);
    for (let commit = 0; commit < 3; commit++) await end();
    expect(await answers).toHaveLength(3);
  });

  it('begins another commit beside one only for enough rows, and keeps nobody waiting for them', async () => {
    const { write, groups, end } = writer();
    const group = new GroupCommit(write, { ...LIMITS, commitsUnderWay: 2, rowsWorthAnother: 2 });
    const answers = [group.submit(1)];
    await turn();
    answers.push(group.submit(2));
    await turn();
    expect(groups).toEqual([[1]]);
    answers.push(group.submit(3));
    await turn();
    expect(groups).toEqual([[1], [2, 3]]);
    answers.push(group.submit(4));
    await end();
    expect(groups).toEqual([[1], [2, 3]]);
    await end();
    expect(groups).toEqual([[1], [2, 3], [4]]);
    await end();
    expect(await Promise.all(answers)).toHaveLength(4);
  });

  it('tells everybody of a commit that failed, and goes on with the next', async () => {
    const { write, end } = writer();
    const group = new GroupCommit(write, LIMITS);
    const lost = Promise.allSettled([group.submit(1), group.submit(2)]);
    await end(new Error('away'));
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = group.submit(3);
    await end();
    expect(await next).toBe('row 3');
  });

  it('says so at once when too many wait, instead of growing without bound', async () => {
    const { write } = writer();
    const group = new GroupCommit(write, { ...LIMITS, rowsWaiting: 2 });
    void group.submit(1);
    await turn();
    void group.submit(2);
    void group.submit(3);
    expect(() => group.submit(4)).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });
});
