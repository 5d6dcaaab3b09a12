import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { features, type Features } from './features.js';
import { nextMilestone } from './milestones.js';
import { runPass, type PassInput, type PassOutput } from './pass.js';
import { confidence, fitSpace, packSpace, project, unpackSpace } from './space.js';
import { packVector, unpackVector } from './vectors.js';

const MATTERS = ['宽带断网，光猫亮红灯', '话费被多扣，请退还', '小区手机信号很差', 'my order has not arrived'];
const CIRCUMSTANCES = [
  '家里',
  '昨天晚上',
  '请尽快处理',
  '已经三天了',
  '打过电话',
  '谢谢',
  'again',
  '老人在家',
  '不满意',
  '第二次',
];

/** Texts of four matters, told in many ways. */
function told(): { matter: number; text: string }[] {
  return CIRCUMSTANCES.flatMap((one) =>
    MATTERS.flatMap((matter, i) =>
      CIRCUMSTANCES.slice(0, 3).map((other) => ({ matter: i, text: `${one}，${matter}，${other}` })),
    ),
  );
}

const featuresOf = (text: string): Features => features(readWords({ text }).reading);

function pass(texts: readonly string[], rest: Partial<PassInput> = {}): PassOutput | null {
  const nobody = new Int32Array(texts.length).fill(-1);
  return runPass({
    refit: true,
    space: null,
    vectors: texts.map(() => null),
    features: texts.map(featuresOf),
    owners: nobody,
    anchors: nobody,
    ...rest,
  });
}

/** Which items are together, whatever the numbers. */
function together(labels: Int32Array): string {
  const first = new Map<number, number>();
  return Array.from(labels, (label, i) => {
    if (!first.has(label)) first.set(label, i);
    return first.get(label);
  }).join(' ');
}

describe('a pass over all items', () => {
  const items = told();
  const texts = items.map(({ text }) => text);
  const found = pass(texts)!;

  it('finds the matters', () => {
    const matters = Int32Array.from(items, ({ matter }) => matter);
    expect(together(found.labels)).toBe(together(matters));
    expect(found.groups.map(({ size }) => size)).toEqual([30, 30, 30, 30]);
  });

  it('does not depend on the order in which they came', () => {
    const turned = pass(texts.toReversed())!;
    expect(together(turned.labels.toReversed())).toBe(together(found.labels));
  });

  it('leaves together what a person put together, and apart what a person put apart', () => {
    const owners = new Int32Array(texts.length).fill(-1);
    const ofMatter = (matter: number): number[] => items.flatMap((item, i) => (item.matter === matter ? [i] : []));
    const [one, other] = [ofMatter(0), ofMatter(1)];
    for (const i of [...one.slice(0, 5), ...other.slice(0, 5)]) owners[i] = 0;
    for (const i of one.slice(5, 10)) owners[i] = 1;
    const { labels } = pass(texts, { owners })!;
    expect(new Set([...one.slice(0, 5), ...other.slice(0, 5)].map((i) => labels[i])).size).toBe(1);
    expect(labels[one[5]!]).not.toBe(labels[one[0]!]);
  });

  it('takes copies as one, so that a flood of the same message hides nothing', () => {
    const flooded = pass([...texts, ...Array.from({ length: 20_000 }, () => '加微信领红包，天天有惊喜')])!;
    expect(together(flooded.labels.slice(0, texts.length))).toBe(together(found.labels));
    expect(new Set(flooded.labels.slice(texts.length)).size).toBe(1);
  });

  it('keeps apart texts of which the space knows nothing, and finds none where texts share nothing', () => {
    const strange = pass([...texts, 'zzzz', 'qqqq'])!;
    expect(strange.labels.at(-1)).not.toBe(strange.labels.at(-2));
    expect(pass(['alpha', '宽带', '123456'])).toBeNull();
    expect(pass([])).toBeNull();
  });

  it('uses the vectors of an outside model where there are any, and seats those that it has not seen', () => {
    const outside = items.map(({ matter }, i) =>
      i === 7 ? null : Float32Array.of(matter % 2, 1 - (matter % 2), 0.01),
    );
    const { labels } = pass(texts, { outside })!;
    const halves = Int32Array.from(items, ({ matter }) => matter % 2);
    expect(together(labels)).toBe(together(halves));
  });
});

describe('the space', () => {
  const space = fitSpace(told().map(({ text }) => featuresOf(text)))!;
  const direction = project(featuresOf(MATTERS[0]!), space);

  it('puts what is said in other words near, and another matter far away', () => {
    const similarity = (text: string): number =>
      project(featuresOf(text), space).reduce((sum, value, d) => sum + value * direction[d]!, 0);
    expect(similarity('光猫红灯，宽带断了')).toBeGreaterThan(0.7);
    expect(similarity('话费扣多了')).toBeLessThan(0.3);
  });

  it('is less confident of a text whose words it does not know', () => {
    const known = confidence(featuresOf(MATTERS[0]!), space);
    expect(known).toBeGreaterThan(0.8);
    expect(confidence(featuresOf('滨江路地铁施工围挡挡住宽带营业厅门口'), space)).toBeLessThan(known / 2);
  });

  it('comes back from its bytes all but unchanged', () => {
    const again = project(featuresOf(MATTERS[0]!), unpackSpace(packSpace(space)));
    expect(again.reduce((sum, value, d) => sum + value * direction[d]!, 0)).toBeGreaterThan(0.999);
    expect(
      unpackVector(packVector(direction)).reduce((sum, value, d) => sum + value * direction[d]!, 0),
    ).toBeGreaterThan(0.999);
  });
});

describe('milestones', () => {
  it('come after half as many items again', () => {
    const first = [0, 1, 2, 3, 4, 5].map(() => 0);
    let items = 0;
    expect(first.map(() => (items = nextMilestone(items)))).toEqual([3, 5, 8, 12, 18, 27]);
  });
});
