import type { Document } from '../share/report/page.ts';

/** A document that is ready, kept in memory only: nothing of it is written anywhere until somebody takes it. */
export interface MadeDocument {
  readonly id: string;
  readonly what: 'report' | 'owner' | 'plan';
  /** Null when it was taken. */
  page: Document | null;
  /** What it shows: the fingerprint of the record, and how many entries that is. */
  readonly head: string;
  readonly entries: number;
}
