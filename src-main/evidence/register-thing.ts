import type { Entry } from '../domain/entry.ts';
import { type Details, type EvidenceType, keptDetails } from '../domain/exhibit-details.ts';
import { exhibitLabel } from '../domain/exhibit-number.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import { nextNumber } from './next-number.ts';

export interface NewThing {
  readonly title: string;
  readonly type: EvidenceType;
  readonly occurred: Occurred | undefined;
  /** Somebody holds it somewhere: that is what stands for its bytes. */
  readonly details: Details & { readonly held_by: string; readonly location: string };
  readonly seal: string | undefined;
}

/**
 * Takes something without a file into the record: a snapshot or a backup that the host keeps, a disk, a telephone.
 * It has a number, details and custody as any exhibit, and no bytes.
 * @returns the `evidence` entry and the `collected` entry
 */
export function registerThing(session: WritingSession, given: NewThing): readonly [Entry, Entry] {
  const { details } = given;
  const collectedBy = details.collected_by ?? session.signer.name;
  return step(session, () => {
    const label = nextNumber(session.db);
    const entry = append(session, 'evidence', {
      ...label,
      title: given.title,
      type: given.type,
      mode: 'none',
      occurred: given.occurred,
      ...keptDetails(given.type, details),
      collected_by: collectedBy,
    });
    const collected = append(session, 'custody', {
      evidence: entry.id,
      exhibit: exhibitLabel(label),
      event: 'collected',
      performed_by: collectedBy,
      to: details.held_by,
      location: details.location,
      seal: given.seal,
      method: 'registered without a file: there are no bytes to hash',
      occurred: given.occurred,
    });
    return [entry, collected];
  });
}
