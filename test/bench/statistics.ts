/** Order statistics of measured values; milliseconds unless said otherwise. */
export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  readonly count: number;
}

export function summary(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? Number.NaN, count: sorted.length };
}

export const median = (values: readonly number[]): number => summary(values).median;

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;

/** @param time ms */
export const rate = (bytes: number, time: number): string => `${(bytes / time / 1000).toFixed(0)} MB/s`;
