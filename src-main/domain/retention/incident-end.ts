import type { Json } from '../canonical.ts';

/** The end of the incident as retention sees it. */
export type IncidentEnd =
  | { readonly ended: true; readonly atMs: number }
  | { readonly ended: false; readonly why: 'not-ended' | 'in-conflict' | 'unreadable' };

/** An instant with its offset, as ISO 8601 writes it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

/**
 * What the standing values of the fact `ended` mean. Each is an instant, or an `occurred` value whose later end counts;
 * `no` takes an end back, as null does. Values in conflict: while one says that it has not ended, it has not; else the latest counts.
 * @param values undefined for a value that was withheld
 */
export function incidentEnd(values: readonly (Json | undefined)[]): IncidentEnd {
  let latest = Number.NEGATIVE_INFINITY;
  let open: 'not-ended' | 'unreadable' | null = values.length === 0 ? 'not-ended' : null;
  for (const value of values) {
    const at = value === undefined ? null : instantIn(value);
    if (at === null) open = takesBack(value) ? 'not-ended' : 'unreadable';
    else latest = Math.max(latest, at);
  }
  if (open === null) return { ended: true, atMs: latest };
  return { ended: false, why: values.length > 1 ? 'in-conflict' : open };
}

const takesBack = (value: Json | undefined): boolean =>
  value === null || (typeof value === 'string' && value.trim().toLowerCase() === 'no');

function instantIn(value: Json): number | null {
  if (typeof value === 'string') return INSTANT.test(value) ? knownInstant(value) : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { utc, until } = value as Readonly<Record<string, Json>>;
  return instantIn(until ?? null) ?? (typeof utc === 'string' ? instantIn(utc) : null);
}

function knownInstant(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
