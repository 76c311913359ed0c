import type { UtcIso } from '../brands.ts';
import type { FieldsOf } from '../kinds/index.ts';
import type { IncidentEnd } from './incident-end.ts';
import { lastInstant } from './last-instant.ts';
import type { RetentionRule } from './rules.ts';

export interface RetentionItem {
  readonly collectedMs: number;
  /** All types that were ever said of it: the strictest counts. */
  readonly types: readonly FieldsOf<'evidence'>['type'][];
}

export interface Retention {
  /** The rules that apply to it, each with the last instant of its span; null while the incident has not ended. */
  readonly rules: readonly (Pick<RetentionRule, 'id' | 'name'> & { readonly until: UtcIso | null })[];
  /** What the span counts from. */
  readonly from: 'collection' | 'end-of-incident' | null;
  /** The last instant at which it must still be there; null while that is not known. */
  readonly until: UtcIso | null;
  /** Why it is not known, after “because”; null where it is. */
  readonly undecided: string | null;
}

const NOT_BEGUN = {
  'not-ended': 'the incident has not ended',
  'in-conflict': 'the copies of this record disagree about the end of the incident',
  unreadable: 'the end of the incident is withheld or cannot be read',
} as const;

/**
 * How long one exhibit is kept (product.md, "Retention"): from the later of its collection and the end of the incident.
 * @param zones of the case; where several are in conflict, the latest end counts
 */
export function retentionOf(
  item: RetentionItem,
  end: IncidentEnd,
  zones: readonly string[],
  rules: readonly RetentionRule[],
): Retention {
  const mine = rules.filter(
    ({ types }) => types === 'all' || item.types.some((type) => types.includes(type)),
  );
  if (!end.ended) {
    return {
      rules: mine.map(({ id, name }) => ({ id, name, until: null })),
      from: null,
      until: null,
      undecided: NOT_BEGUN[end.why],
    };
  }
  const start = Math.max(item.collectedMs, end.atMs);
  const dated = mine.map((rule) => ({
    id: rule.id,
    name: rule.name,
    until: latest(zones.map((zone) => lastInstant(rule, start, zone))),
  }));
  return {
    rules: dated,
    from: item.collectedMs > end.atMs ? 'collection' : 'end-of-incident',
    until: latest(dated.flatMap(({ until }) => until ?? [])),
    undecided: null,
  };
}

const latest = (instants: readonly UtcIso[]): UtcIso | null => instants.toSorted().at(-1) ?? null;
