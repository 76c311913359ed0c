import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { changedExhibits } from '../../state/changed-exhibits.ts';

/** What a few lines say of all exhibits. */
export interface EvidenceSummary {
  readonly verified: number;
  /** Hashed when they were taken in, and not checked since. */
  readonly hashed: number;
  readonly changed: number;
  /** Things without a file. */
  readonly without: number;
  readonly gone: number;
  readonly incomplete: number;
  readonly held: number;
  /** Those that are still kept. */
  readonly kept: number;
  /** Bytes of all that are kept. */
  readonly size: number;
  /** The earliest instant until which something is kept, UTC; null where no time runs, or nothing is kept. */
  readonly keptUntil: string | null;
}

export function summaryOf(exhibits: readonly Exhibit[]): EvidenceSummary {
  const kept = exhibits.filter(
    ({ bytes, custodyState }) => bytes !== 'released' && custodyState.disposed !== true,
  );
  const withBytes = kept.filter(({ mode }) => mode !== 'none');
  const verified = withBytes.filter(({ lastVerified }) => lastVerified?.ok === true).length;
  const changed = changedExhibits(exhibits).length;
  const ends = kept.map(({ retainUntil }) => retainUntil);
  const known = ends.filter((end) => end !== null).toSorted();
  return {
    verified,
    hashed: withBytes.filter(({ lastVerified }) => lastVerified === null).length,
    changed,
    without: kept.length - withBytes.length,
    gone: exhibits.length - kept.length,
    incomplete: kept.filter(({ missing }) => missing.length > 0).length,
    held: kept.filter(({ hold }) => hold).length,
    kept: kept.length,
    size: kept.reduce((sum, { size }) => sum + (size ?? 0), 0),
    keptUntil: known.length === ends.length ? (known[0] ?? null) : null,
  };
}
