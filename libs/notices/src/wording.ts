import { categoryNode } from '@huiyin/analyze';
import { LOOP } from '@huiyin/loop';
import { FRAME, KIND_NAMES, NOTICE_EVENT_NAMES, NOTICE_EVENTS, OFF_NAMES, type Both } from './catalogue.js';
import type { Notice, NoticeLanguage } from './notice.js';

/** A message to staff: the same as Markdown for robots and as text for mail. */
export interface NoticeMessage {
  readonly title: string;
  readonly markdown: string;
  readonly text: string;
}

/** What a message is put together with. */
export interface NoticeFrame {
  readonly language: NoticeLanguage;
  /** ISO 8601: how long something is over is told as of now. */
  readonly now: string;
  /** Where staff reach Huiyin. */
  readonly publicUrl: string;
  /** Most bytes of each text. */
  readonly bytes: number;
}

/** So many are listed, and of each thing that happened at least one; of the rest a message tells how many there are. */
const LISTED = 5;

/**
 * One message about everything that waits: what there is, how much of it and how late, then the first few, each with its
 * link. Nothing in it comes from a customer; names are stripped of what a robot would take for a link or a mention.
 */
export function messageOf(notices: readonly Notice[], frame: NoticeFrame): NoticeMessage {
  const { language, publicUrl, bytes } = frame;
  const sorted = [...notices].sort((a, b) => rank(a) - rank(b) || late(a).localeCompare(late(b)));
  const title = fill(FRAME.title[language], { summary: summaryOf(sorted, frame) });
  const lines = shownOf(sorted).map((notice) => lineOf(notice, frame));
  for (;;) {
    const left = sorted.length - lines.length;
    const more =
      left > 0 ? [fill(FRAME.more[language], { n: String(left), link: pageAt(publicUrl, PAGES.queue) })] : [];
    const markdown = [`**${title}**`, ...lines.map(({ markdown: line }) => `> ${line}`), ...more].join('\n\n');
    const text = [title, ...lines.map(({ text: line }) => line), ...more].join('\n\n');
    const longest = Math.max(Buffer.byteLength(markdown), Buffer.byteLength(text));
    if (longest <= bytes || lines.length === 0) return { title, markdown, text };
    lines.pop();
  }
}

/** A message that only shows that a channel works. */
export function testMessage(name: string, language: NoticeLanguage): NoticeMessage {
  const title = FRAME.test[language];
  const body = fill(FRAME.testBody[language], { name: plain(name) });
  return { title, markdown: `**${title}**\n\n> ${body}`, text: `${title}\n\n${body}` };
}

/** Pages of the console. */
const PAGES = {
  item: (reference: string) => `feedback/${encodeURIComponent(reference)}`,
  cluster: (id: string) => `clusters/${encodeURIComponent(id)}`,
  hot: 'hot',
  queue: 'queue',
} as const;

function pageAt(publicUrl: string, page: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/console/${page}`;
}

const rank = ({ event }: Notice) => NOTICE_EVENT_NAMES.indexOf(event);
/** The longest over first; the others as they came. */
const late = ({ facts }: Notice) => facts.limitAt ?? '';

/** Those that are listed: nothing that happened once is hidden behind what happened often. */
function shownOf(sorted: readonly Notice[]): Notice[] {
  const firsts = sorted.filter(({ event }, index) => sorted[index - 1]?.event !== event);
  const others = sorted.filter((notice) => !firsts.includes(notice)).slice(0, Math.max(LISTED - firsts.length, 0));
  const shown = new Set([...firsts, ...others]);
  return sorted.filter((notice) => shown.has(notice));
}

function summaryOf(notices: readonly Notice[], { language, now }: NoticeFrame): string {
  const parts = NOTICE_EVENT_NAMES.flatMap((event) => {
    const these = notices.filter((notice) => notice.event === event);
    if (these.length === 0) return [];
    const count = fill(NOTICE_EVENTS[event].many[language], { n: String(these.length) });
    const first = these.flatMap(({ facts }) => facts.limitAt ?? []).sort()[0];
    if (event !== 'item.overdue' || first === undefined) return [count];
    return [`${count}${fill(FRAME.longest[language], { time: duration(first, now, language) })}`];
  });
  return parts.join(language === 'zh' ? '；' : '; ');
}

function lineOf(notice: Notice, frame: NoticeFrame): { markdown: string; text: string } {
  const { event, facts } = notice;
  const head = NOTICE_EVENTS[event].one[frame.language];
  const about = partsOf(facts, frame)
    .filter((part) => part !== '')
    .map(plain);
  const page = pageOf(notice);
  const link = page === null ? null : pageAt(frame.publicUrl, page);
  const [name = '', ...rest] = facts.reference === undefined ? about : [facts.reference, ...about];
  return {
    markdown: [`**${head}** ${link === null ? name : `[${name}](${link})`}`, ...rest].join(' · '),
    text: [`${head} ${[name, ...rest].join(' · ')}`, ...(link === null ? [] : [link])].join('\n'),
  };
}

/** Where more is to be seen; null for what only its settings tell. */
function pageOf({ event, facts }: Notice): string | null {
  if (facts.reference !== undefined) return PAGES.item(facts.reference);
  if (event !== 'cluster.burst') return null;
  return facts.cluster ? PAGES.cluster(facts.cluster.id) : PAGES.hot;
}

function partsOf(facts: Notice['facts'], { language, now }: NoticeFrame): string[] {
  const { kind, category, unit, limitAt, stage, code, cluster, region, seen, named, reason } = facts;
  const node = category ? (categoryNode(category)?.[language] ?? category) : '';
  const about = [cluster?.name ?? '', kind ? said(KIND_NAMES[kind], language, kind) : '', node, unit?.[language] ?? ''];
  if (limitAt) about.push(fill(FRAME.over[language], { time: duration(limitAt, now, language) }));
  if (stage !== undefined) about.push(LOOP[stage][language], code ?? '');
  if (seen !== undefined) {
    const { windowHours = 1, expected = 0 } = facts;
    const figures = { hours: String(windowHours), seen: String(seen), expected: String(Math.round(expected)) };
    about.push(region ?? FRAME.everywhere[language], fill(FRAME.seen[language], figures));
  }
  if (named !== undefined) about.push(named, reason ? said(OFF_NAMES[reason], language, reason) : '');
  return about;
}

function said(names: Both | undefined, language: NoticeLanguage, code: string): string {
  return names?.[language] ?? code;
}

const UNITS = [
  [86_400_000, '天', 'd'],
  [3_600_000, '小时', 'h'],
  [60_000, '分钟', 'min'],
] as const;

function duration(from: string, to: string, language: NoticeLanguage): string {
  const ms = Math.max(Date.parse(to) - Date.parse(from), 0);
  const [length, zh, en] = UNITS.find(([unit]) => ms >= unit) ?? UNITS[2];
  return `${Math.floor(ms / length)} ${language === 'zh' ? zh : en}`;
}

const LONGEST_NAME = 60;

/** A name as text and nothing more: no Markdown, no link, no mention of anybody. */
function plain(name: string): string {
  const bare = name
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_{}[\]()#|<>@~!]/g, ' ')
    .replace(/:\/\//g, ' ')
    .replace(/\.(?=\p{L})/gu, '．')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = [...bare];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : bare;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
