import { BarChart, HeatmapChart, LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

register([BarChart, HeatmapChart, LineChart, SankeyChart]);
register([GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

/** What a picture shows, as ECharts takes it. */
export type ChartOption = EChartsCoreOption;

/** A picture on the screen. */
export interface Drawing {
  show(option: ChartOption): void;
  close(): void;
}

/** Draws into a box, which it follows when it becomes larger or smaller; `pick` is told where what was clicked on leads to. */
export function drawInto(box: HTMLElement, pick: (to: string) => void): Drawing {
  const chart = init(box);
  chart.on('click', ({ data }) => {
    const to = (data as { to?: unknown } | undefined)?.to;
    if (typeof to === 'string') pick(to);
  });
  chart.on('finished', () => {
    box.dataset['drawn'] = 'yes';
  });
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(box);
  return {
    show: (option) => chart.setOption(option, true),
    close: () => {
      watch.disconnect();
      chart.dispose();
    },
  };
}
