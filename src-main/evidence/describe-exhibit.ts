import { canonicalJson } from '../domain/canonical.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { type Details, type EvidenceType, describedNames } from '../domain/exhibit-details.ts';
import { append, step } from '../casework/append.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { WritingSession } from '../casework/session.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';
import { describedOf } from './described.ts';

export interface Description extends Details {
  readonly title: string | undefined;
  readonly type: EvidenceType | undefined;
  readonly reason: string | undefined;
}

/**
 * Says more about an exhibit, or says it anew. Only what differs from what stands is written; the old value stays in
 * the record.
 * @throws CaseError `wrong-use` where nothing is new
 */
export function describeExhibit(session: WritingSession, row: ExhibitRow, given: Description): Entry {
  const { now } = describedOf(session.db, entryWithId(session.db, row.entry));
  const fresh = describedNames.filter((name) => {
    const said = given[name];
    const before = now[name];
    return said !== undefined && (before === undefined || canonicalJson(said) !== canonicalJson(before));
  });
  const label = row.label;
  if (fresh.length === 0) {
    throw new CaseError('wrong-use', {
      reason: `There is nothing new about ${label}: say something that differs from what stands.`,
      cli: 'Such as `--clock-offset 12`.',
    });
  }
  return step(session, () =>
    append(session, 'evidence-detail', {
      evidence: row.entry,
      exhibit: label,
      ...Object.fromEntries(fresh.map((name) => [name, given[name]])),
      reason: given.reason,
    }),
  );
}
