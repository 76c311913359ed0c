import { obstacle } from '../domain/custody/obstacle.ts';
import { acknowledged, type CustodyState, receiverOf } from '../domain/custody/state.ts';
import { walk } from '../domain/custody/walk.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { CustodyEventName } from '../domain/kinds/custody.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import { custodyOf } from './custody-events.ts';
import { requireDisposable } from './disposable.ts';
import { findExhibit } from './find-exhibit.ts';
import { hasStoredBytes } from './gone-bytes.ts';

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

const TO = { cli: '`--to NAME` says it.' };

const DESPITE = {
  remedy: 'If the record is wrong, say why it differs.',
  cli: '`--despite WHY` says it; `--seal NO` and `--condition C` are about a seal.',
};

/**
 * Records what happened to an exhibit.
 * @throws CaseError `exhibit-unknown`; `custody-impossible` where it does not follow from the record and no reason was
 * given, or, whatever was given, for a disposal under hold or before its retention ends; `wrong-use` where the event
 * lacks what makes it one
 */
export function recordCustody(session: WritingSession, given: CustodyGiven): Entry {
  const { db } = session;
  const row = findExhibit(db, given.exhibit);
  const exhibit = row.label;
  const { state } = walk(custodyOf(db, row.entry), exhibit);
  requireWhatItNeeds(given, state, exhibit);
  if (given.event === 'disposed' && hasStoredBytes(db, row)) {
    throw new CaseError('wrong-use', {
      reason: `The bytes of ${exhibit} are kept with this case: release them, which removes them and records it.`,
      cli: '`evidence release` does it.',
    });
  }
  const { exhibit: _, event, occurred, ...words } = given;
  const said = { event, performedBy: session.signer.name, ...words, acknowledges: undefined };
  const against = obstacle(state, said, exhibit);
  if (against !== null && given.despite === undefined) {
    throw new CaseError('custody-impossible', { reason: against, ...DESPITE });
  }
  if (event === 'disposed') requireDisposable(db, row, session.clock.now());
  return step(session, () =>
    append(session, 'custody', {
      ...words,
      ...understood(state, said),
      evidence: row.entry,
      exhibit,
      event,
      performed_by: session.signer.name,
      tool: undefined,
      occurred,
      hash_before: row.sha256 ?? undefined,
    }),
  );
}

function requireWhatItNeeds(
  { event, to, seal, condition, method }: CustodyGiven,
  { last }: CustodyState,
  exhibit: string,
): void {
  const lacks =
    event === 'transferred' && to === undefined
      ? { reason: `Say to whom ${exhibit} was handed over.`, ...TO }
      : event === 'returned' && to === undefined && last?.from == null
        ? {
            reason: `The record does not say from whom ${exhibit} came. Say to whom it was returned.`,
            ...TO,
          }
        : event === 'sealed' && seal === undefined && condition === undefined
          ? {
              reason: `Say how ${exhibit} was sealed: the number of the seal, or, where it has none, its condition.`,
              cli: '`--seal NO` and `--condition C` say it.',
            }
          : event === 'disposed' && method === undefined
            ? { reason: `Say how ${exhibit} was disposed of.`, cli: '`--method M` says it.' }
            : null;
  if (lacks !== null) throw new CaseError('wrong-use', lacks);
}

/** What the event means by the record where the person left it out. */
function understood(
  state: CustodyState,
  said: { readonly event: CustodyEventName; readonly performedBy: string } & Pick<
    CustodyGiven,
    'from' | 'to'
  >,
): { from: string | undefined; to: string | undefined; acknowledges?: string | undefined } {
  switch (said.event) {
    case 'transferred':
      return { from: said.from ?? state.holder ?? undefined, to: said.to };
    case 'returned':
      return {
        from: said.from ?? state.holder ?? undefined,
        to: receiverOf(state, said) ?? undefined,
      };
    case 'acknowledged': {
      const meant = acknowledged(state, { ...said, acknowledges: undefined });
      return {
        from: said.from ?? meant?.from ?? undefined,
        to: said.to ?? said.performedBy,
        acknowledges: meant?.id,
      };
    }
    default:
      return { from: said.from, to: said.to };
  }
}
