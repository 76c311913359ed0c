import type { FieldsOf } from '../kinds/index.ts';

type EvidenceType = FieldsOf<'evidence'>['type'];

/** How long evidence is kept at least, counted from the later of its collection and the end of the incident. */
export interface RetentionRule {
  readonly id: string;
  /** In words, for lists and forms. */
  readonly name: string;
  readonly amount: number;
  /** Of the calendar of the case's zone. */
  readonly unit: 'days' | 'months';
  readonly types: 'all' | readonly EvidenceType[];
}

/**
 * The rules that always hold. A plan may add rules of its own: all rules that were ever in force go in, and the
 * longest counts, so a change of plan never shortens anything (product.md, "Retention").
 */
export const RETENTION: readonly RetentionRule[] = [
  { id: 'plan', name: 'incident plan: 90 days', amount: 90, unit: 'days', types: 'all' },
  // Amazon's data protection policy as of 25 November 2025.
  {
    id: 'marketplace-logs',
    name: 'marketplace policy: logs 12 months',
    amount: 12,
    unit: 'months',
    types: ['log'],
  },
];
