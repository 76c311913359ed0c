import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onLookChange } from './on-look-change.ts';
import {
  colourOf,
  drawSilences,
  type HistogramData,
  type HistogramTicks,
  histogramSeries,
  type TimeSpan,
} from './histogram-plot.ts';

/** A press that moves less than this is a click, px. */
const CLICK = 4;
const AXIS = 20;

interface Props {
  readonly data: HistogramData;
  readonly span: TimeSpan | null;
  /** Labels for a width in px. */
  readonly ticks: (width: number) => HistogramTicks;
  /** px */
  readonly height: number;
  readonly onSpan: (span: TimeSpan | null) => void;
}

/** What the drawing reads when it draws: it is made once, and told of changes. */
type Current = Pick<Props, 'data' | 'span' | 'ticks' | 'onSpan'>;

function optionsOf(current: { readonly current: Current }, root: HTMLElement, height: number): uPlot.Options {
  const bars = uPlot.paths.bars?.({ size: [0.88, 48], align: 1 });
  const series = (name: string): uPlot.Series => ({
    ...(bars === undefined ? {} : { paths: bars }),
    points: { show: false },
    width: 0,
    fill: () => colourOf(root, name),
  });
  return {
    width: Math.max(1, root.clientWidth),
    height,
    ms: 1,
    padding: [4, 0, 0, 0],
    legend: { show: false },
    cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { time: false, range: () => [current.current.data.from, current.current.data.to] },
      y: { range: () => [0, 1] },
    },
    axes: [
      {
        size: AXIS,
        gap: 3,
        font: getComputedStyle(root).font,
        stroke: () => colourOf(root, '--plot-text'),
        grid: { show: false },
        ticks: { show: false },
        splits: (plot) => [...current.current.ticks(plot.bbox.width / devicePixelRatio).at],
        values: (plot) => [...current.current.ticks(plot.bbox.width / devicePixelRatio).labels],
      },
      { show: false },
    ],
    series: [{}, series('--plot-outside'), series('--plot-all'), series('--plot-found')],
    hooks: {
      drawClear: [(plot) => drawSilences(plot, current.current.data)],
      // After new data, and after a new size: only then positions are known.
      draw: [(plot) => select(plot, current.current.span, current.current.data)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < CLICK) return;
          const at = (px: number): number => Math.round(plot.posToVal(px, 'x'));
          current.current.onSpan({ from: at(left), to: at(left + width) });
        },
      ],
    },
  };
}

/** Shows the span that is searched, also one that came by keyboard. */
function select(plot: uPlot, span: TimeSpan | null, { from, to }: HistogramData): void {
  if (span === null || span.to < from || span.from > to) {
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    return;
  }
  const left = plot.valToPos(Math.max(from, span.from), 'x');
  const right = plot.valToPos(Math.min(to, span.to), 'x');
  plot.setSelect({ left, top: 0, width: Math.max(2, right - left), height: plot.over.clientHeight }, false);
}

/** Counts over time as bars; a brush chooses a span, a click drops it. */
export function Histogram({ data, span, ticks, height, onSpan }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const current = useRef<Current>({ data, span, ticks, onSpan });

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const { data: first, span: chosen } = current.current;
    const made = new uPlot(optionsOf(current, element, height), histogramSeries(first, chosen), element);
    plot.current = made;
    let pressed = 0;
    made.over.addEventListener('mousedown', (event) => (pressed = event.clientX));
    made.over.addEventListener('click', (event) => {
      if (Math.abs(event.clientX - pressed) < CLICK) current.current.onSpan(null);
    });
    const draw = (): void => made.redraw(true, true);
    const sizes = new ResizeObserver(() => made.setSize({ width: Math.max(1, element.clientWidth), height }));
    sizes.observe(element);
    const end = onLookChange(draw);
    return () => {
      sizes.disconnect();
      end();
      made.destroy();
      plot.current = null;
    };
  }, [height]);

  useEffect(() => {
    current.current = { data, span, ticks, onSpan };
    plot.current?.setData(histogramSeries(data, span), true);
  }, [data, span, ticks, onSpan]);

  return <div ref={root} className="histogram num" aria-hidden="true" />;
}
