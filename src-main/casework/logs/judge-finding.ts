import { type Entry, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import type { ReadableDb } from '../../store/db.ts';
import { append, step } from '../append.ts';
import { filled } from '../given-text.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';

type Fields = FieldsOf<'log-finding'>;

/**
 * Sets a finding aside, or takes it up again.
 * @throws CaseError `text-empty` without a reason
 */
export function judgeFinding(session: WritingSession, given: Fields): Entry {
  const why = filled(given.why);
  if (why === undefined) throw new CaseError('text-empty');
  return step(session, () => append(session, 'log-finding', { ...given, why }));
}

/** The entry that set a finding aside; null where it is open, also where two copies said two things. */
export function dismissalOf(db: ReadableDb, finding: string): Entry | null {
  const standing = standingIn(db, `log-finding/${finding}`);
  const isDismissed =
    standing.length > 0 && standing.every((entry) => textField(entry, 'state') === 'dismissed');
  return isDismissed ? (standing.at(-1) ?? null) : null;
}
