import { type Edge, edges, EVENTS, LOOP, STAGES, STATES, type WaitingFor } from '@huiyin/loop';

const WAITING_FOR: Readonly<Record<WaitingFor, string>> = {
  team: 'the team that holds it · 承办单位',
  customer: 'the customer · 客户',
  channel: 'a channel at work · 回告渠道',
};

/** The text of docs/loop.md: the stages, every way out of them, the state diagram and the events, all from `LOOP`. */
export function loopMarkdown(): string {
  return [
    '# The loop · 反馈闭环',
    'Generated from `libs/0-loop/src/loop.ts`; do not edit. 本文件由 `libs/0-loop/src/loop.ts` 生成，请勿手工修改。',
    '![The loop](loop.svg)',
    `An item is in one stage at a time, and in one of the states ${STATES.map(code).join(', ')}. A visit to a stage ends with an outcome; the outcome says where the item goes next and is also the name of the event.`,
    '## Stages · 环节',
    stages(),
    '## Ways out · 去向',
    waysOut(),
    '## As a state diagram · 状态图',
    mermaid(),
    '## Events · 事件',
    'One event for each visit that ended, and one when an issue becomes hot or ceases to be, told in the order of the commits. What they carry: `VisitEvent` and `ClusterEvent` in `libs/0-loop/src/events.ts`; how hot issues are found: [impact.md](impact.md).',
    events(),
  ]
    .join('\n\n')
    .concat('\n');
}

function stages(): string {
  const rows = STAGES.map((stage, index) => {
    const { en, zh, purpose, waitsFor } = LOOP[stage];
    const waits = waitsFor.map((whom) => WAITING_FOR[whom]).join('<br>') || '—';
    return [`${index + 1}`, `${en} ${zh}`, code(`libs/${index + 1}-${stage}`), purpose.en, purpose.zh, waits];
  });
  return table(['', 'Stage · 环节', 'Folder', 'What for', '用途', 'May wait for'], rows);
}

function waysOut(): string {
  const rows = edges().map(({ stage, outcome, edge }) => [
    code(stage),
    code(outcome),
    code(edge.to),
    conditions(edge).join(', ') || '—',
    edge.en,
    edge.zh,
  ]);
  return table(['From', 'Outcome', 'To', 'With', 'Meaning', '含义'], rows);
}

function conditions({ nextCycle, needsReason }: Edge): string[] {
  return [...(nextCycle ? ['cycle + 1'] : []), ...(needsReason ? ['a written reason'] : [])];
}

function mermaid(): string {
  const names = STAGES.map((stage) => `  state "${LOOP[stage].zh} ${LOOP[stage].en}" as ${stage}`);
  const arrows = edges().map(({ stage, outcome, edge }) => {
    const label = [outcome, ...conditions(edge)].join(', ');
    return `  ${stage} --> ${edge.to === 'closed' ? '[*]' : edge.to} : ${label}`;
  });
  return ['```mermaid', 'stateDiagram-v2', ...names, `  [*] --> ${STAGES[0]}`, ...arrows, '```'].join('\n');
}

function events(): string {
  const rows = Object.entries(EVENTS).map(([name, { en, zh }]) => [code(name), en, zh]);
  return table(['Event', 'Meaning', '含义'], rows);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
