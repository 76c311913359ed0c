import type uPlot from 'uplot';

/** A stretch of time, ms since 1970 UTC. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export interface HistogramData extends TimeSpan {
  /** Counts in equal parts of the time, of all and of what was found. */
  readonly all: readonly number[];
  readonly found: readonly number[];
  /** Where nothing speaks, and where one of several is silent. */
  readonly silent: readonly TimeSpan[];
  readonly partly: readonly TimeSpan[];
}

/** Instants that get a label, and the labels. */
export interface HistogramTicks {
  readonly at: readonly number[];
  readonly labels: readonly string[];
}

/** What was found is seen also where it is one of a million: a share of the height. */
const LEAST = 0.14;
/** The band of a silence of one of several logs, px. */
const BAND = 5;

/**
 * Data for the drawing. Heights are square roots, so that a quiet hour is still seen beside a busy one. What lies in the
 * span is a series of its own, because it has another colour.
 */
export function histogramSeries(
  { from, to, all, found }: HistogramData,
  span: TimeSpan | null,
): uPlot.AlignedData {
  const width = (to - from) / Math.max(1, all.length);
  const x = all.map((_, i) => from + i * width);
  const highest = Math.sqrt(all.reduce((most, n) => Math.max(most, n), 1));
  const height = (n: number): number => Math.sqrt(n) / highest;
  const isIn = (i: number): boolean => {
    const middle = (x[i] ?? 0) + width / 2;
    return span === null || (middle >= span.from && middle <= span.to);
  };
  return [
    x,
    all.map((n, i) => (n === 0 || isIn(i) ? null : height(n))),
    all.map((n, i) => (n === 0 || !isIn(i) ? null : height(n))),
    found.map((n) => (n === 0 ? null : Math.max(LEAST, height(n)))),
  ];
}

/** A colour of the style sheet, so that themes and forced colours hold in the drawing as well. */
export const colourOf = (element: HTMLElement, name: string): string =>
  getComputedStyle(element).getPropertyValue(name).trim();

/** Hatches times without a line, behind the bars. */
export function drawSilences(plot: uPlot, { from, to, silent, partly }: HistogramData): void {
  const { ctx, bbox, root } = plot;
  const ratio = devicePixelRatio;
  const scale = bbox.width / Math.max(1, to - from);
  const stretch = (span: TimeSpan, height: number): void => {
    const left = bbox.left + Math.max(0, (span.from - from) * scale);
    const right = bbox.left + Math.min(bbox.width, (span.to - from) * scale);
    if (right - left >= 1) hatch(ctx, { left, top: bbox.top, width: right - left, height }, 7 * ratio);
  };
  ctx.save();
  ctx.strokeStyle = colourOf(root, '--plot-hatch');
  ctx.lineWidth = ratio;
  for (const span of partly) stretch(span, BAND * ratio);
  for (const span of silent) stretch(span, bbox.height);
  ctx.restore();
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function hatch(ctx: CanvasRenderingContext2D, { left, top, width, height }: Box, step: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.beginPath();
  for (let x = left - height; x < left + width; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
