import { edge, STAGES, type Stage } from '@huiyin/loop';
import { useCallback } from 'react';
import type { Got } from '../../api/client';
import { count } from '../../i18n/figures';
import { language } from '../../i18n/i18n';
import { Chart, pointer, type ChartTable, type Ink } from '../../parts/chart';
import { stageName } from '../../parts/names';
import type { Narrowed } from './narrowed';
import { useTexts } from './texts';

type Link = Got<'/api/v1/insight/flow'>['links'][number];
type Texts = ReturnType<typeof useTexts>;

/**
 * The flow from stage to stage. A picture of this kind cannot go round: what goes back ends in a stage of its own, called "again",
 * and is drawn in the colour of what is late.
 */
export function FlowChart({ links, narrowed }: { links: readonly Link[]; narrowed: Narrowed }) {
  const t = useTexts();
  const sum = (some: readonly Link[]) => some.reduce((all, { n }) => all + (n ?? 0), 0);
  const back = sum(links.filter(({ rework }) => rework));
  const nameOf = (stage: Link['to']) => (stage === 'closed' ? t('closed') : stageName(stage));
  const leads = useCallback(
    ({ to }: Link) => narrowed.items(to === 'closed' ? { state: 'closed' } : { stage: to }),
    [narrowed],
  );
  const table: ChartTable = {
    head: [{ label: t('from') }, { label: t('outcome') }, { label: t('to') }, { label: t('n'), say: count }],
    rows: links.map((link) => ({
      cells: [nameOf(link.from), edge(link.from, link.outcome)[language()], nameOf(link.to), link.n],
      to: leads(link),
    })),
  };
  const draw = useCallback((ink: Ink) => picture({ ink, links, t, leads }), [links, t, leads]);
  return (
    <Chart
      title={t('flow')}
      says={t('saysFlow', { n: back })}
      note={t('flowNote', { n: sum(links), back, d: narrowed.days })}
      file="huiyin-flow"
      table={table}
      height={340}
      draw={draw}
    />
  );
}

function picture({ ink, links, t, leads }: { ink: Ink; links: readonly Link[]; t: Texts; leads: (l: Link) => string }) {
  const shown = links.filter(({ n }) => n !== null && n > 0);
  const ends = ({ to, rework }: Link) =>
    to === 'closed' ? t('closed') : rework ? t('again', { stage: stageName(to) }) : stageName(to);
  const names = new Set(shown.flatMap((link) => [stageName(link.from), ends(link)]));
  const depth = (name: string) => {
    const at = STAGES.findIndex((stage: Stage) => stageName(stage) === name);
    return at < 0 ? {} : { depth: at };
  };
  const merged = new Map<string, { source: string; target: string; value: number; to: string; rework: boolean }>();
  for (const link of shown) {
    const [source, target] = [stageName(link.from), ends(link)];
    const known = merged.get(`${source}\t${target}`);
    merged.set(`${source}\t${target}`, {
      ...{ source, target, to: leads(link), rework: link.rework },
      value: (known?.value ?? 0) + link.n!,
    });
  }
  return {
    tooltip: {
      trigger: 'item',
      ...pointer(ink, (part) => {
        const { dataType, name, value, data } = part as { dataType: string; name: string; value: number; data: { source: string; target: string } }; // prettier-ignore
        if (dataType === 'node') return `${name} · ${count(value)}`;
        return t('sayLink', { from: data.source, to: data.target, n: value });
      }),
    },
    series: [
      {
        type: 'sankey',
        left: 36,
        right: 36,
        top: 28,
        bottom: 8,
        nodeAlign: 'left',
        draggable: false,
        nodeWidth: 12,
        label: { color: ink.ink, fontSize: 11, position: 'top', align: 'center' },
        itemStyle: { color: ink.working, borderWidth: 0 },
        emphasis: { focus: 'adjacency' },
        data: [...names].map((name) => ({ name, ...depth(name) })),
        links: [...merged.values()].map(({ rework, ...link }) => ({
          ...link,
          lineStyle: { color: rework ? ink.late : ink.waiting, opacity: rework ? 0.7 : 0.55 },
        })),
      },
    ],
  };
}
