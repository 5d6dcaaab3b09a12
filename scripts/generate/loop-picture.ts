import { type Edge, edges, LOOP, type Stage, STAGES } from '@huiyin/loop';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** All outcomes that lead from one place to the same other one: one arrow. */
interface Arrow {
  readonly from: Stage;
  readonly to: Edge['to'];
  readonly labels: readonly string[];
  readonly look: keyof typeof COLOURS;
}

const WIDTH = 1000;
const HEIGHT = 720;
const CENTRE: Point = { x: WIDTH / 2, y: 340 };
const RADIUS: Point = { x: 380, y: 260 };
const BOX: Point = { x: 160, y: 84 };
const COLOURS = { onward: '#1a56b0', again: '#b4500b', back: '#6d3fc0', out: '#57606a' };
const LEGEND: readonly { look: Arrow['look']; x: number; words: string }[] = [
  { look: 'onward', x: 60, words: 'onward · 下一环节' },
  { look: 'again', x: 245, words: 'next cycle of the same item · 同一反馈进入下一轮' },
  { look: 'back', x: 610, words: 'handed back · 退回' },
  { look: 'out', x: 790, words: 'out of the loop · 闭环' },
];

/** The picture of the loop (docs/loop.svg), drawn from `LOOP`: stages in a ring, `closed` in its middle. */
export function loopPicture(): string {
  const arrows = groupArrows();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title" font-family="'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif">`,
    '<title id="title">The loop of Huiyin · 回音反馈闭环</title>',
    '<!-- Generated from libs/0-loop/src/loop.ts; do not edit. -->',
    `<defs>${Object.entries(COLOURS).map(marker).join('')}</defs>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="16" fill="#ffffff"/>`,
    ...arrows.map(line),
    ...STAGES.map(stageBox),
    closedBox(),
    ...arrows.map(label),
    ...LEGEND.map(legend),
    '</svg>',
    '',
  ].join('\n');
}

function groupArrows(): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { stage, outcome, edge } of edges()) {
    const key = `${stage} ${edge.to}`;
    const labels = [...(arrows.get(key)?.labels ?? []), edge.nextCycle ? `${outcome} (cycle + 1)` : outcome];
    arrows.set(key, { from: stage, to: edge.to, labels, look: lookOf(stage, edge) });
  }
  return [...arrows.values()];
}

function lookOf(stage: Stage, edge: Edge): Arrow['look'] {
  if (edge.to === 'closed') return 'out';
  if (edge.nextCycle) return 'again';
  return STAGES.indexOf(edge.to) > STAGES.indexOf(stage) ? 'onward' : 'back';
}

/** A point of the ring, `position` in stages from the first, `scale` 1 on the ring and 0 in the middle. */
function onRing(position: number, scale = 1): Point {
  const angle = (position / STAGES.length) * 2 * Math.PI - Math.PI / 2;
  return { x: CENTRE.x + Math.cos(angle) * RADIUS.x * scale, y: CENTRE.y + Math.sin(angle) * RADIUS.y * scale };
}

function placeOf(place: Edge['to']): Point {
  return place === 'closed' ? CENTRE : onRing(STAGES.indexOf(place));
}

/** The point that bends the arrow: outside the ring for what goes on, inside for what goes back. */
function bend({ from, to, look }: Arrow): Point {
  if (to === 'closed') return middle(placeOf(from), CENTRE);
  const start = STAGES.indexOf(from);
  const end = STAGES.indexOf(to) + (look === 'again' ? STAGES.length : 0);
  const nextTo = Math.abs(end - start) === 1;
  return onRing((start + end) / 2, look === 'back' ? 0.62 : nextTo ? 1.06 : 0.5);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Where the way from the middle of a box towards `towards` leaves the box. */
function leave(box: Point, towards: Point): Point {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  const gap = 6;
  const scale = Math.min((BOX.x / 2 + gap) / Math.abs(dx || 1e-9), (BOX.y / 2 + gap) / Math.abs(dy || 1e-9));
  return { x: box.x + dx * scale, y: box.y + dy * scale };
}

function curve(arrow: Arrow): { start: Point; control: Point; end: Point } {
  const control = bend(arrow);
  return { start: leave(placeOf(arrow.from), control), control, end: leave(placeOf(arrow.to), control) };
}

function line(arrow: Arrow): string {
  const { start, control, end } = curve(arrow);
  const dashes = arrow.look === 'again' ? ' stroke-dasharray="9 6"' : '';
  return `<path d="M${at(start)} Q${at(control)} ${at(end)}" fill="none" stroke="${COLOURS[arrow.look]}" stroke-width="2.5"${dashes} marker-end="url(#${arrow.look})"/>`;
}

function label(arrow: Arrow): string {
  const { start, control, end } = curve(arrow);
  const { x, y } = middle(middle(start, control), middle(control, end));
  const lineHeight = 19;
  const top = y + 5 - ((arrow.labels.length - 1) * lineHeight) / 2;
  return arrow.labels
    .map((words, index) => {
      const halo = 'stroke="#ffffff" stroke-width="7" stroke-linejoin="round" paint-order="stroke"';
      return `<text x="${round(x)}" y="${round(top + index * lineHeight)}" text-anchor="middle" font-size="15" fill="${COLOURS[arrow.look]}" ${halo}>${words}</text>`;
    })
    .join('');
}

function stageBox(stage: Stage, index: number): string {
  const { zh, en, waitsFor } = LOOP[stage];
  const waits = waitsFor.length > 0 ? `waits for ${waitsFor.join(', ')}` : 'by itself';
  return box(onRing(index), { fill: '#eef4fd', stroke: COLOURS.onward }, [`${index + 1} ${zh}`, en, waits]);
}

function closedBox(): string {
  return box(CENTRE, { fill: '#f3f4f6', stroke: COLOURS.out }, ['闭环', 'Closed', 'told, or a written reason']);
}

function box(
  { x, y }: Point,
  colours: { fill: string; stroke: string },
  words: readonly [string, string, string],
): string {
  const [zh, en, note] = words;
  const corner = `x="${round(x - BOX.x / 2)}" y="${round(y - BOX.y / 2)}"`;
  const text = (dy: number, size: number, rest: string): string =>
    `<text x="${round(x)}" y="${round(y + dy)}" text-anchor="middle" font-size="${size}" ${rest}</text>`;
  return [
    `<rect ${corner} width="${BOX.x}" height="${BOX.y}" rx="14" fill="${colours.fill}" stroke="${colours.stroke}" stroke-width="2"/>`,
    text(-12, 22, `font-weight="700" fill="#111827">${zh}`),
    text(10, 16, `fill="#111827">${en}`),
    text(30, 12, `fill="#57606a">${note}`),
  ].join('');
}

function legend({ look, x, words }: (typeof LEGEND)[number]): string {
  const text = `<text x="${x + 36}" y="701" font-size="13" fill="#374151">${words}</text>`;
  return `<path d="M${x} 696 h28" stroke="${COLOURS[look]}" stroke-width="3"/>${text}`;
}

function marker([look, colour]: [string, string]): string {
  return `<marker id="${look}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="${colour}"/></marker>`;
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

function round(value: number): string {
  return value.toFixed(1);
}
