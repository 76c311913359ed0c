import { type Scale, instantAt } from '../../format/strip-scale.ts';

export interface Drawing extends Scale {
  readonly counts: readonly number[];
  /** What is in the span is drawn strong; null = everything is. */
  readonly span: Scale | null;
}

/** A bar that stands for a single entry is still seen. */
const LEAST = 2;

/**
 * Draws bars into a canvas of its own size on screen. Heights are square roots, so that a quiet day is still seen beside
 * a night of a thousand entries. Both colours come from the style sheet (`color` and
 * `outline-color`), so that themes and forced colours hold here as well.
 */
export function drawStrip(canvas: HTMLCanvasElement, { from, to, counts, span }: Drawing): void {
  const context = canvas.getContext('2d');
  const { width, height } = canvas.getBoundingClientRect();
  if (context === null || width === 0) return;
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  // Fewer pieces where there are fewer pixels: a bar and its gap take 3 of them.
  const pieces = Math.min(counts.length, Math.floor(width / 3));
  const bars = gathered(counts, pieces);
  const highest = Math.max(1, ...bars);
  const step = width / pieces;
  for (const [i, n] of bars.entries()) {
    if (n === 0) continue;
    const middle = instantAt({ from, to }, (i + 0.5) / pieces);
    context.fillStyle =
      span === null || (middle >= span.from && middle <= span.to) ? style.color : style.outlineColor;
    const bar = Math.max(LEAST, Math.sqrt(n / highest) * (height - 1));
    context.fillRect(i * step, height - bar, Math.max(1, step - 1), bar);
  }
}

/** The same counts in fewer pieces. */
function gathered(counts: readonly number[], pieces: number): number[] {
  const bars = Array.from<number>({ length: pieces }).fill(0);
  for (const [i, n] of counts.entries()) {
    const at = Math.min(pieces - 1, Math.floor((i * pieces) / counts.length));
    bars[at] = (bars[at] ?? 0) + n;
  }
  return bars;
}
