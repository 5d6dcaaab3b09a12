import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLook } from '../app/preferences';
import { language } from '../i18n/i18n';
import { texts } from '../i18n/texts';
import type { ChartOption, Drawing } from './chart-drawing';
import { csvOf, save, type Cell } from './csv';
import { Panel } from './page';

const useTexts = texts('chart', {
  zh: { table: '看表格', csv: '导出 CSV' },
  en: { table: 'As a table', csv: 'CSV' },
});

/** The colours of the style sheet as they are now. */
export type Ink = Readonly<
  Record<'brand' | 'ink' | 'faint' | 'line' | 'paper' | 'waiting' | 'working' | 'tint' | 'late' | 'helped', string>
>;

/** The same as the picture, for those who read it: a column may say its numbers in words; a row may lead somewhere. */
export interface ChartTable {
  readonly head: readonly { readonly label: string; readonly say?: (value: number) => string }[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly to?: string }[];
}

interface ChartProps {
  readonly title: string;
  /** What it is of: how many, and which period. */
  readonly note: ReactNode;
  /** The picture in a sentence, for those who cannot see it. */
  readonly says: string;
  /** Name of the file without its ending. */
  readonly file: string;
  readonly table: ChartTable;
  readonly height?: number;
  readonly extra?: ReactNode;
  /** What to draw; whatever has a `to` leads there when it is clicked on. */
  readonly draw: (ink: Ink) => ChartOption;
}

/** A picture with its name, how many are behind it, its numbers as a table, and as a file. */
export function Chart({ title, note, says, file, table, height = 280, extra, draw }: ChartProps) {
  const t = useTexts();
  const box = useDrawing(draw);
  const toFile = () =>
    save(`${file}.csv`, csvOf([table.head.map(({ label }) => label), ...table.rows.map(({ cells }) => cells)]));
  return (
    <Panel
      title={title}
      extra={
        <div className="page-actions">
          {extra}
          <Button size="small" onClick={toFile} aria-label={`${t('csv')} · ${title}`}>
            {t('csv')}
          </Button>
        </div>
      }
    >
      <p className="faint small">{note}</p>
      <div ref={box} className="chart" role="img" aria-label={says} style={{ height }} />
      <details className="chart-table">
        <summary>{t('table')}</summary>
        <NumberTable table={table} title={title} />
      </details>
    </Panel>
  );
}

function NumberTable({ table, title }: { table: ChartTable; title: string }) {
  return (
    <div className="chart-rows" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            {table.head.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells, to }) => (
            <tr key={cells.join('\t')}>
              {cells.map((cell, column) => {
                const { label, say } = table.head[column]!;
                const words = cell === null ? '–' : typeof cell === 'number' && say ? say(cell) : String(cell);
                return <td key={label}>{column === 0 && to ? <Link to={to}>{words}</Link> : words}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Draws again whenever there is something else to draw, and when the look or the language changes. */
function useDrawing(draw: (ink: Ink) => ChartOption) {
  const box = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState<Drawing>();
  const look = useLook();
  const spoken = language();
  useEffect(() => {
    let made: Drawing | undefined;
    let gone = false;
    void import('./chart-drawing').then(({ drawInto }) => {
      if (gone || !box.current) return;
      made = drawInto(box.current, (to) => void navigate(to));
      setDrawing(made);
    });
    return () => {
      gone = true;
      made?.close();
    };
  }, [navigate]);
  useEffect(() => {
    if (!drawing) return undefined;
    // The colours of another look are there once the whole screen has taken it on.
    const frame = requestAnimationFrame(() => drawing.show({ ...calm(), ...draw(inkNow()) }));
    return () => cancelAnimationFrame(frame);
  }, [drawing, draw, look, spoken]);
  return box;
}

/** What moves only moves for those who did not ask for stillness. */
function calm(): ChartOption {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { animation: !still, animationDuration: 180, animationDurationUpdate: 180 };
}

function inkNow(): Ink {
  const style = getComputedStyle(document.documentElement);
  const named = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    brand: named('brand'),
    ink: named('ink'),
    faint: named('faint'),
    line: named('line'),
    paper: named('paper'),
    waiting: named('waiting'),
    working: named('working'),
    tint: named('tint'),
    late: named('late'),
    helped: named('helped'),
  };
}

/** What every picture says when one points at a part of it: drawn, for the policy of the pages refuses styled HTML. */
export function pointer(ink: Ink, say: (part: unknown) => string) {
  return {
    renderMode: 'richText',
    backgroundColor: ink.paper,
    borderColor: ink.line,
    textStyle: { color: ink.ink, fontSize: 13 },
    confine: true,
    formatter: say,
  } as const;
}

/** Axes in the colours of the screen. */
export function axis(ink: Ink) {
  return {
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
    axisLabel: { color: ink.faint, fontSize: 12 },
    splitLine: { lineStyle: { color: ink.line } },
  } as const;
}
