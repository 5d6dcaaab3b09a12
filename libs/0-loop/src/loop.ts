/**
 * The loop, declared once. The bus, the database checks, `docs/loop.md`, the console's strip and the folder order
 * are derived from this table or compared with it in CI. This library imports nothing.
 *
 * Source of the six stages: China Mobile's closed loop (2009),
 * 需求收集 → 分析 → 传递 → 形成解决方案 → 提供给客户 → 需求再收集.
 */

/** What an item in state `waiting` waits for. A `channel` is our own work under way; `team` and `customer` are people. */
export type WaitingFor = 'team' | 'customer' | 'channel';

/** Where an outcome leads: another stage, or out of the loop. */
export interface Edge {
  /** The stage that is entered, or `closed` when the item leaves the loop. */
  readonly to: Stage | 'closed';
  /** True when the item begins another trip round the loop (`cycle + 1`). */
  readonly nextCycle?: true;
  /** True when the item may only take this edge with a written reason. */
  readonly needsReason?: true;
  /** One sentence, for the documents and the screen. */
  readonly en: string;
  readonly zh: string;
}

interface StageDeclaration {
  readonly zh: string;
  readonly en: string;
  /** What the stage is there for, one sentence each. */
  readonly purpose: { readonly en: string; readonly zh: string };
  /** What an item may wait for here; empty when the stage is automatic from end to end. */
  readonly waitsFor: readonly WaitingFor[];
  /** Outcome → where it leads. The outcome is also the name of the event: `feedback.<outcome>`. */
  readonly outcomes: Readonly<Record<string, Edge>>;
}

/** The six stages in loop order. */
export const STAGES = ['collect', 'analyze', 'route', 'resolve', 'deliver', 'recollect'] as const;

/** A stage (环节) of the loop. */
export type Stage = (typeof STAGES)[number];

/** Every stage with what it is for, what it may wait for, and every way out of it. */
export const LOOP = {
  collect: {
    zh: '收集',
    en: 'Collect',
    purpose: {
      en: 'Take in what a customer said, and know which customer it was.',
      zh: '收下客户说的话，并认出是哪位客户。',
    },
    waitsFor: [],
    outcomes: {
      collected: { to: 'analyze', en: 'The words and the customer are on record.', zh: '原话与客户已登记。' },
    },
  },
  analyze: {
    zh: '分析',
    en: 'Analyze',
    purpose: {
      en: 'Understand the words: language, kind, category, sentiment, and which other voices say the same.',
      zh: '理解原话：语言、类型、类别、情感，以及还有谁说了同样的事。',
    },
    waitsFor: [],
    outcomes: {
      analyzed: { to: 'route', en: 'What is known about the words is on record.', zh: '分析结果已登记。' },
    },
  },
  route: {
    zh: '传递',
    en: 'Route',
    purpose: {
      en: 'Give the item to the unit that can answer it, with a time limit.',
      zh: '把反馈交给能解决它的单位，并定下时限。',
    },
    waitsFor: [],
    outcomes: {
      routed: { to: 'resolve', en: 'A unit holds the item and its clock runs.', zh: '已有单位承办，时限开始计算。' },
    },
  },
  resolve: {
    zh: '解决',
    en: 'Resolve',
    purpose: {
      en: 'A person decides what is done, or why not, and writes what the customer will read.',
      zh: '由人决定怎么办或为什么不办，并写下客户将读到的话。',
    },
    waitsFor: ['team'],
    outcomes: {
      resolved: { to: 'deliver', en: 'A resolution is on record.', zh: '解决方案已形成。' },
      'handed-back': {
        to: 'route',
        en: 'The unit cannot answer it; another one is looked for.',
        zh: '承办单位退回，重新传递。',
      },
      dismissed: {
        to: 'closed',
        needsReason: true,
        en: 'There is nothing to answer (spam, withdrawn); the reason is written down.',
        zh: '无需答复（垃圾信息、客户撤回），理由已写明。',
      },
    },
  },
  deliver: {
    zh: '反馈客户',
    en: 'Deliver',
    purpose: {
      en: 'Tell the customer what came of it, through a channel that reaches them, with proof.',
      zh: '通过客户能收到的渠道告知结果，并留下凭证。',
    },
    waitsFor: ['channel', 'team'],
    outcomes: {
      delivered: {
        to: 'recollect',
        en: 'The customer has been told; the delivery is on record.',
        zh: '已回告客户，回告有记录。',
      },
      undeliverable: {
        to: 'closed',
        needsReason: true,
        en: 'No channel reaches the customer; the reason is written down.',
        zh: '没有渠道能联系到客户，理由已写明。',
      },
    },
  },
  recollect: {
    zh: '再收集',
    en: 'Re-collect',
    purpose: {
      en: 'Ask the customer whether it helped; an unhappy answer opens the next cycle of the same item.',
      zh: '回访客户是否解决；未解决则同一反馈进入下一轮。',
    },
    waitsFor: ['customer'],
    outcomes: {
      confirmed: { to: 'closed', en: 'The customer said that it helped.', zh: '客户表示已解决。' },
      silent: { to: 'closed', en: 'The window for an answer has passed.', zh: '回访期已过，客户未答复。' },
      'not-solved': {
        to: 'collect',
        nextCycle: true,
        en: 'The customer said that it did not help.',
        zh: '客户表示未解决。',
      },
    },
  },
} as const satisfies Record<Stage, StageDeclaration>;

/** The names of the ways out of a stage, e.g. `OutcomeOf<'resolve'>` = `'resolved' | 'handed-back' | 'dismissed'`. */
export type OutcomeOf<S extends Stage> = S extends Stage ? keyof (typeof LOOP)[S]['outcomes'] & string : never;

/** Any outcome of any stage. */
export type OutcomeName = OutcomeOf<Stage>;

/** States of an item: `ready` for its lane, `waiting` for somebody, `parked` after errors, `closed` out of the loop. */
export const STATES = ['ready', 'waiting', 'parked', 'closed'] as const;
export type State = (typeof STATES)[number];

/** Kinds (类型) of feedback. */
export const KINDS = ['suggestion', 'complaint', 'enquiry', 'fault', 'praise', 'appeal'] as const;
export type Kind = (typeof KINDS)[number];

/** Channels through which feedback comes in. */
export const INTAKE_CHANNELS = [
  'hotline', 'shop', 'app', 'web', 'sms', 'email', 'board', 'survey', 'crm', 'social', 'other',
] as const; // prettier-ignore
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** Phases of service in which something happened. */
export const PHASES = ['pre-sale', 'in-sale', 'after-sale'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * Where `outcome` leads from `stage`.
 * @throws {RangeError} when the stage has no such outcome; a programming error, never user input.
 */
export function edge(stage: Stage, outcome: string): Edge {
  const outcomes: Readonly<Record<string, Edge>> = LOOP[stage].outcomes;
  const found = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  if (!found)
    throw new RangeError(`Stage ${stage} has no outcome "${outcome}"; it has ${Object.keys(outcomes).join(', ')}.`);
  return found;
}

/** Every edge of the loop as a flat list, in loop order. */
export function edges(): { stage: Stage; outcome: OutcomeName; edge: Edge }[] {
  return STAGES.flatMap((stage) =>
    (Object.keys(LOOP[stage].outcomes) as OutcomeName[]).map((outcome) => ({
      stage,
      outcome,
      edge: edge(stage, outcome),
    })),
  );
}
