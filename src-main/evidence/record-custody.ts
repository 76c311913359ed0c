import { custodyObstacle, holderAfter } from '../domain/custody-line.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { CustodyEventName } from '../domain/kinds/custody.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import { custodyOf } from './custody-events.ts';
import { labelOf } from './exhibit-view.ts';
import { findExhibit } from './find-exhibit.ts';

export interface CustodyGiven {
  readonly exhibit: string;
  readonly event: CustodyEventName;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly witness: string | undefined;
  readonly purpose: string | undefined;
  readonly authority: string | undefined;
  readonly location: string | undefined;
  readonly seal: string | undefined;
  readonly condition: string | undefined;
  readonly method: string | undefined;
  readonly occurred: Occurred | undefined;
  readonly despite: string | undefined;
}

/**
 * Records what happened to an exhibit.
 * @throws CaseError `exhibit-unknown`; `custody-impossible` where it does not follow from the record and no
 * reason was given; `wrong-use` for a transfer to nobody
 */
export function recordCustody(session: WritingSession, given: CustodyGiven): Entry {
  const { db } = session;
  const row = findExhibit(db, given.exhibit);
  const label = labelOf(row);
  const before = custodyOf(db, row.entry);
  if (given.event === 'transferred' && given.to === undefined) {
    throw new CaseError('wrong-use', { reason: `Say to whom ${label} was handed over, with --to NAME.` });
  }
  const obstacle = custodyObstacle(before, given, label);
  if (obstacle !== null && given.despite === undefined) {
    throw new CaseError('custody-impossible', { reason: obstacle });
  }
  const moves = given.event === 'transferred' || given.event === 'returned';
  const from = given.from ?? (moves ? (holderAfter(before) ?? undefined) : undefined);
  const { exhibit: _, event, occurred, ...words } = given;
  return step(session, () =>
    append(session, 'custody', {
      ...words,
      evidence: row.entry,
      exhibit: label,
      event,
      from,
      performed_by: session.signer.name,
      tool: undefined,
      occurred,
      hash_before: row.sha256 ?? undefined,
    }),
  );
}
