import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoopWorld } from './support/loop-world.js';

const ODD: Record<string, string> = {
  'emoji only': '😡😡😡👎🏽👨‍👩‍👧',
  'a wall of one character': '啊'.repeat(10_000),
  'a wall of one letter': 'a'.repeat(10_000),
  'a wall of one emoji': '😀'.repeat(10_000),
  HTML: '<div onclick="x()"><b>信号</b><script>alert(1)</script><!-- --></div>',
  Zalgo: 'Z̸̢̛͍̖̈́̈́a̶̡̛̼̹l̵̨̛g̴o̷̡ '.repeat(50),
  'right to left': '\u202eابتثجحخ שלום\u202c',
  'one character': '慢',
  'one full stop': '.',
  'digits only': '13812341234 4111111111111111 '.repeat(100),
  'no spaces at all': 'https://example.com/'.concat('x'.repeat(9_000)),
  'characters that nobody sees': '\u200b\u200d\ufeff\u2060x',
  'unassigned and private characters': '\u{e000}\u{f8ff}\u{10fffd}\u0378',
  'control characters': '\u0001\u0007\u001b[31mred\u007f\u0085',
  'only line breaks around a word': `${'\r\n'.repeat(2_000)}词${'\u2028'.repeat(2_000)}`,
  'words of a program': "'; drop table feedback; -- \\' || :* & ! <-> %s {{y}}",
  'regular expression traps': `${'a'.repeat(5_000)}!${'(a+)+$'.repeat(500)}`,
  'rare characters': '𠮷𡘙𪚥龘䶮㐀',
  'several languages at once': '信号 bad です нет сигнала สัญญาณอ่อน 신호',
  'names that objects have': '__proto__ constructor toString hasOwnProperty valueOf',
  'old and new characters': '繁體中文寬帶斷網 简体中文宽带断网',
  'half-width and full-width': 'ＡＢＣ１２３！？ ﾊﾝｶｸ',
};

describe('words that nobody foresaw', () => {
  let world: LoopWorld;
  let ids: Map<string, string>;

  beforeAll(async () => {
    world = await LoopWorld.start();
    const names = Object.keys(ODD);
    const collected = await world.collectMany(
      names.map((name) => ({ text: ODD[name], subject: ODD[name]!.slice(0, 400) })),
    );
    ids = new Map(names.map((name, index) => [name, collected[index]!]));
    await world.settle();
  });
  afterAll(() => world.stop());

  it.each(Object.keys(ODD))('%s: wait for a person like any others, and are as they were sent', async (name) => {
    const { body } = await world.get(`/api/v1/feedback/${ids.get(name)!}?reveal=true`);
    expect(body).toMatchObject({
      stage: 'resolve',
      state: 'waiting',
      error: null,
      text: ODD[name],
      unit: 'group',
      kind: expect.any(String),
      category: expect.any(String),
      analysis: { language: expect.any(String), urgency: expect.any(Number) },
    });
  });

  it('did not make one another fail, not even for a moment', async () => {
    const tried = await world.db.query('select id from feedback where attempts > 0 or state <> $1', ['waiting']);
    expect(tried).toEqual([]);
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });

  it('can be looked for like any others', async () => {
    for (const text of Object.values(ODD)) {
      const { status } = await world.get(`/api/v1/feedback?q=${encodeURIComponent([...text].slice(0, 100).join(''))}`);
      expect(status).toBe(200);
    }
  });

  it('go all the way round', async () => {
    for (const id of ids.values()) await world.resolve(id, { action: 'answered', summary: '😀', reply: ODD['Zalgo']! });
    await world.settle();
    for (const id of ids.values()) {
      expect(
        await world.answer(await world.surveyToken(id), { solved: false, comment: ODD['emoji only']! }),
      ).toMatchObject({ status: 200 });
    }
    await world.settle();
    for (const id of ids.values()) expect(await world.standing(id)).toBe('resolve waiting 2');
  });
});
