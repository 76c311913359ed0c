import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { understandTime } from '../domain/time/understand.ts';
import { append, step } from './append.ts';
import { zoneOf } from './case-facts.ts';
import { findKey } from './find-key.ts';
import { judgementsIn } from './names.ts';
import type { WritingSession } from './session.ts';

export interface Judging {
  /** Digits or words that name the key, as typed. */
  readonly key: string;
  readonly by: FieldsOf<'key-confirmed'>['by'];
  readonly why: string | undefined;
}

export interface Disowning extends Judging {
  /** From when on, as typed; absent = from its beginning. */
  readonly since: string | undefined;
  readonly zone: string | undefined;
}

/** Records that the author compared the key's words with the person it belongs to. @throws CaseError as `findKey` */
export function confirmKey(session: WritingSession, { key: typed, by, why }: Judging): Entry {
  const key = anothersKey(session, typed, 'A key cannot confirm itself: somebody else has to.');
  return step(session, () => append(session, 'key-confirmed', { key, by, why: line(why) }));
}

/** Records that a key is no longer trusted. @throws CaseError as `findKey`, and for a time as `understandTime` */
export function disownKey(session: WritingSession, { key: typed, by, why, since, zone }: Disowning): Entry {
  const key = anothersKey(
    session,
    typed,
    'A key cannot disown itself: do it with another key of the case, so that a thief cannot undo it.',
  );
  const from =
    since === undefined
      ? undefined
      : understandTime(since, zone ?? zoneOf(session.db), session.clock.now()).utc;
  const confirmed = judgementsIn(session.db).some(
    (known) => known.key === key && known.judge === session.signer.key && known.confirms,
  );
  return step(session, () =>
    append(session, 'key-disowned', {
      key,
      by,
      why: line(why),
      since: from,
      confirmed_before: confirmed && from !== undefined ? true : undefined,
    }),
  );
}

/** Records that another key is of the same person. It counts where that key says the same. @throws as `findKey` */
export function claimSamePerson(session: WritingSession, typed: string): Entry {
  const key = anothersKey(
    session,
    typed,
    'This is the key that writes now. Name the other key of this person.',
  );
  return step(session, () => append(session, 'same-person', { key }));
}

function anothersKey({ db, signer }: WritingSession, typed: string, refusal: string): string {
  const key = findKey(db, typed);
  if (key === signer.key) throw new CaseError('wrong-use', { reason: refusal });
  return key;
}

const line = (text: string | undefined): string | undefined => text?.trim() || undefined;
