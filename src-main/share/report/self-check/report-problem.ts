import type { RecordProblem } from '../../../domain/record-problem.ts';

/** Something in a report, or another carrier of a record, that is not as it was written, with its place. */
export interface ReportProblem {
  readonly code:
    | RecordProblem['code']
    | 'shown-otherwise'
    | 'part-changed'
    | 'part-not-of-record'
    | 'head-wrong'
    | 'left-out-wrong'
    | 'report-unreadable';
  /** A sentence with its place. */
  readonly message: string;
  /** Number of the entry in the record's order, where it is about one that has its place. */
  readonly number: number | null;
}

/** A problem whose entry has no place yet. */
export type Found = Pick<ReportProblem, 'code' | 'message'> & { readonly entry?: string };
