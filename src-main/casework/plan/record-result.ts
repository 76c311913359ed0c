import type { EntryId } from '../../domain/brands.ts';
import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import { entryWithId, findEntry } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';

type Fields = FieldsOf<'action-result'>;

export interface NewResult extends Omit<Fields, 'occurred'> {
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Writes down what came of an action.
 * @throws CaseError `entry-unknown`, `wrong-use` where the entry is no action; the time errors of `understandTime`
 */
export function recordResult(session: WritingSession, given: NewResult): Entry {
  const { at, zone, ...said } = given;
  const id: EntryId = findEntry(session.db, said.action);
  if (entryWithId(session.db, id).header.kind !== 'action') {
    throw new CaseError('wrong-use', { reason: `Entry ${id.slice(0, 8)} is no action.` });
  }
  const occurred = at === undefined ? undefined : timeGiven(session, at, zone);
  return step(session, () => append(session, 'action-result', { ...said, action: id, occurred }));
}
