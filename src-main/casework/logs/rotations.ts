import { utcIso } from '../../domain/brands.ts';
import { type Entry, objectField, textField, textIn } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { happenedAt } from '../happened-at.ts';
import { type Names, type SignedBy, namesIn } from '../names.ts';
import { entryWithId } from '../read-entry.ts';

/** How the host confirmed that nothing is overwritten. */
export interface RotationProof {
  readonly entry: string;
  readonly by: string | null;
  readonly proof: 'ticket' | 'call' | 'message';
  readonly reference: string | null;
  /** UTC. */
  readonly at: string;
}

export interface RotationView {
  readonly job: string;
  readonly host: string | null;
  readonly state: 'stopped' | 'confirmed' | 'resumed';
  readonly entry: string;
  readonly by: string;
  /** When it was stopped or resumed, UTC. */
  readonly at: string;
  readonly author: SignedBy;
  /** Until when nothing is overwritten, UTC; null where that was not limited. */
  readonly until: string | null;
  /** Whether that time is over. */
  readonly over: boolean;
  readonly why: string | null;
  readonly confirmed: RotationProof | null;
}

/**
 * Jobs whose rotation was stopped, with the proof. A confirmation counts for the stop that it followed, not for a later
 * one.
 * @param now ms since 1970 UTC
 */
export function rotationsOf(db: ReadableDb, now: number, names: Names = namesIn(db)): RotationView[] {
  const confirmed = new Map<string, { readonly number: number; readonly entry: Entry }>();
  for (const { slot, number, entry } of standingUnder(db, 'rotation-confirmed/')) {
    confirmed.set(slot.slice('rotation-confirmed/'.length), { number, entry: entryWithId(db, entry) });
  }
  return standingUnder(db, 'rotation/')
    .toSorted((a, b) => a.number - b.number)
    .map(({ slot, number, entry: id }) => {
      const job = slot.slice('rotation/'.length);
      const entry = entryWithId(db, id);
      const after = confirmed.get(job);
      const own = proofOf(entry);
      const proof = after !== undefined && after.number > number ? proofOf(after.entry) : own;
      const author = names.signedBy(entry.header);
      const limit = after !== undefined && after.number > number ? untilOf(after.entry) : '';
      const until = limit === '' ? untilOf(entry) : limit;
      const resumed = textField(entry, 'event') === 'resumed';
      return {
        job: textField(entry, 'job') ?? job,
        host: textField(entry, 'host') ?? null,
        state: resumed ? 'resumed' : proof === null ? 'stopped' : 'confirmed',
        entry: entry.id,
        by: textField(entry, 'by') ?? author.name,
        at: utcIso(happenedAt(entry)),
        author,
        until: until === '' ? null : until,
        over: until !== '' && Date.parse(until) < now,
        why: textField(entry, 'why') ?? null,
        confirmed: resumed ? null : proof,
      };
    });
}

const untilOf = (entry: Entry): string => textIn(objectField(entry, 'until'), 'utc');

function proofOf(entry: Entry): RotationProof | null {
  const proof = textField(entry, 'proof');
  if (proof === undefined) return null;
  return {
    entry: entry.id,
    by: textField(entry, 'by') ?? null,
    proof: proof as RotationProof['proof'],
    reference: textField(entry, 'reference') ?? null,
    at: utcIso(happenedAt(entry)),
  };
}
