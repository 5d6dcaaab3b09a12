import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileOf } from '../apps/cli/src/import/options.js';
import { Rejects } from '../apps/cli/src/import/rejects.js';
import { Huiyin } from '../apps/cli/src/replay/huiyin.js';
import { HISTORY_FIELDS, type ReplayResult, replayFile } from '../apps/cli/src/replay/replay-file.js';
import { LoopWorld } from './support/loop-world.js';

const MAP = ['text=words,externalId=no,occurredAt=at,reply=answer,solved=good,score=mark'];
const ROWS = [
  { no: 1, words: '家里宽带很慢', at: '2025/3/1 9:00:00', answer: '已更换光猫。', good: '1', mark: '9' },
  { no: 2, words: '账单多扣了十元', at: '2025/3/2 9:00:00', answer: '已退还。', good: '0', mark: '2' },
  {
    no: 3,
    words: 'No signal in the lift',
    at: '2025/3/3 9:00:00',
    answer: 'A repeater has been installed.',
    good: '',
    mark: '',
  },
  { no: 4, words: '想办理携号转网', at: '2025/3/4 9:00:00', answer: '', good: '', mark: '' },
  { no: 5, words: '套餐看不懂', at: 'in spring', answer: '已致电解释。', good: '1', mark: '' },
  { no: 6, words: '客服热线打不通', at: '2025/3/6 9:00:00', answer: '已扩容。', good: 'perhaps', mark: '' },
];

describe('a history, replayed', () => {
  let world: LoopWorld;
  let stopWorker: () => Promise<void>;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-replay-'));
    world = await LoopWorld.start();
    stopWorker = await world.runAnotherWorker();
  });
  afterAll(async () => {
    await stopWorker();
    await world.stop();
    rmSync(folder, { recursive: true });
  });

  async function replay(rows: readonly object[]): Promise<{ result: ReplayResult; told: string[] }> {
    const path = join(folder, 'history.jsonl');
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    const values = { map: MAP, source: 'board', encoding: 'utf-8', timezone: '+08:00' };
    const done = new AbortController();
    const huiyin = new Huiyin({ url: world.address(), key: world.key }, done.signal);
    const rejects = new Rejects(undefined);
    const file = fileOf({ positionals: [path], values }, HISTORY_FIELDS);
    const result = await replayFile(file, { huiyin, rejects, progress: () => undefined });
    done.abort();
    return { result, told: rejects.told() };
  }

  it('takes each row that has a reply round the loop, the unhappy ones into their second cycle', async () => {
    const { result, told } = await replay(ROWS);
    expect(result).toEqual({ withoutReply: 1, known: 0, closed: 2, secondCycle: 1, failed: 1, left: 0 });
    expect(told.sort()).toEqual([
      expect.stringMatching(/^row 5: .*occurredAt: must be a time/),
      'row 6: solved is "perhaps"; write 1 or 0',
    ]);
    const items = (await world.get('/api/v1/feedback?limit=50')).body.items as { id: string }[];
    const whole = await Promise.all(items.map(({ id }) => world.item(id)));
    const story = whole.map(({ externalId, state, stage, cycle, resolution, surveys }) =>
      [
        externalId,
        state === 'closed' ? state : `${stage} ${cycle}`,
        resolution?.reply ?? null,
        surveys[0]?.score ?? null,
      ].join(' · '),
    );
    expect(story.sort()).toEqual([
      '1 · closed · 已更换光猫。 · 9',
      expect.stringMatching(/^2 · resolve 2 · .*2$/),
      '3 · closed · A repeater has been installed. · ',
      '6 · resolve 1 ·  · ',
    ]);
  });

  it('passes over what is done when it is run again, and takes the rest on from where it stands', async () => {
    const better = ROWS.map((row) => (row.no === 6 ? { ...row, good: '1' } : row));
    const { result } = await replay([...better, better[0]!]);
    expect(result).toEqual({ withoutReply: 1, known: 5, closed: 3, secondCycle: 1, failed: 0, left: 0 });
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });

  it('says what is wrong with the key', async () => {
    const { signal } = new AbortController();
    const stranger = new Huiyin({ url: world.address(), key: 'hy_none_none' }, signal);
    await expect(stranger.call('GET', '/api/v1/loop/stages')).rejects.toThrow('The key is not taken');
  });
});
