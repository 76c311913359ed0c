import type { Entry } from '../domain/entry.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';

export interface Verification {
  readonly ok: boolean;
  /** SHA-256 in the record. */
  readonly expected: string;
  /** SHA-256 found now; empty where the bytes could not be read. */
  readonly found: string;
  readonly reason: string;
  /** How it was checked, where not by hashing the bytes again. */
  readonly method?: string;
}

/** Each check of an exhibit is an entry of its own, whatever its result. */
export function recordVerification(session: WritingSession, row: ExhibitRow, result: Verification): Entry {
  return step(session, () =>
    append(session, 'custody', {
      evidence: row.entry,
      exhibit: row.label,
      event: 'verified',
      performed_by: session.signer.name,
      method: result.method,
      tool: `Holdfast ${session.surroundings.version}`,
      hash_before: result.expected === '' ? undefined : result.expected,
      hash_after: result.found === '' ? undefined : result.found,
      result: result.ok ? 'same hash' : result.reason,
    }),
  );
}
