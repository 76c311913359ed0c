/** The whole time that the strip shows, ms since 1970 UTC. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** The instant at a share (0 to 1) of the strip. */
export const instantAt = ({ from, to }: Scale, share: number): number =>
  Math.round(from + Math.min(1, Math.max(0, share)) * (to - from));

/** Where an instant stands, as a share from 0 to 1. */
export const shareOf = ({ from, to }: Scale, ms: number): number =>
  Math.min(1, Math.max(0, (ms - from) / (to - from)));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Distances between labels that people read easily. */
const STEPS = [1, 5, 10, 30, 60]
  .map((n) => n * SECOND)
  .concat(
    [2, 5, 10, 15, 30].map((n) => n * MINUTE),
    [1, 2, 3, 6, 12].map((n) => n * HOUR),
    [1, 2, 7, 14, 30, 90, 180, 365, 730, 1825, 3650].map((n) => n * DAY),
  );

/** A round distance that divides the scale into at most so many pieces, ms. */
const stepOf = ({ from, to }: Scale, most: number): number =>
  STEPS.find((width) => (to - from) / width <= most) ?? Math.ceil((to - from) / most);

/**
 * The scale on round clock times of the zone, in whole pieces of one step: a row of a table for each.
 * @param offset what the zone's clock is ahead of UTC at the start, ms
 */
export function piecesIn(scale: Scale, most: number, offset: number): Scale & { readonly pieces: number } {
  // The round ends may take in a piece more on both sides.
  const step = stepOf(scale, most - 2);
  const from = Math.floor((scale.from + offset) / step) * step - offset;
  const pieces = Math.floor((scale.to - from) / step) + 1;
  return { from, to: from + pieces * step, pieces };
}

export interface Ticks {
  readonly at: readonly number[];
  /** Whether the labels are days; clock times where not. */
  readonly days: boolean;
}

/**
 * Instants for labels, at most `most`, on round clock times of the zone.
 * @param offset what the zone's clock is ahead of UTC at the start, ms
 */
export function ticksOf({ from, to }: Scale, most: number, offset: number): Ticks {
  const step = stepOf({ from, to }, most);
  const first = Math.ceil((from + offset) / step) * step - offset;
  const at: number[] = [];
  for (let tick = first; tick <= to && at.length < most; tick += step) at.push(tick);
  return { at, days: step >= DAY };
}

/** A piece of the span where it begins or ends with a key, or null where it is no such key. */
export function movedEdge(key: string, at: number, scale: Scale, piece: number): number | null {
  const within = (ms: number): number => Math.round(Math.min(scale.to, Math.max(scale.from, ms)));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(at - piece);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(at + piece);
    case 'PageDown':
      return within(at - 10 * piece);
    case 'PageUp':
      return within(at + 10 * piece);
    case 'Home':
      return scale.from;
    case 'End':
      return scale.to;
    default:
      return null;
  }
}
