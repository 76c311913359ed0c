import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { addresses } from '../../domain/mail/address.ts';
import { oneLine } from '../../domain/mail/header-text.ts';
import type { WritingSession } from '../session.ts';
import { recordNotice } from './record-notice.ts';
import { recipientsOfCase } from './recipients.ts';

/** Longer names are none. */
const LONGEST = 100;

export interface NewRecipient {
  readonly name: string;
  readonly why: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

/**
 * Names somebody who has to be told and is not in the plan; the decision and its reason are the entry.
 * @throws CaseError `wrong-use` for a name that is empty, too long or taken, an address that is none, a missing reason
 */
export function addRecipient(session: WritingSession, given: NewRecipient): Entry {
  const name = oneLine(given.name);
  if (name === '' || name.length > LONGEST) {
    throw new CaseError('wrong-use', { reason: `A recipient has a name of at most ${LONGEST} characters.` });
  }
  const taken = recipientsOfCase(session.db).find(({ id, title }) =>
    [id, title].some((one) => one.toLowerCase() === name.toLowerCase()),
  );
  if (taken !== undefined) {
    throw new CaseError('wrong-use', { reason: `“${taken.title}” is a recipient already.` });
  }
  const [to, cc] = [addresses(given.to), addresses(given.cc)];
  return recordNotice(
    session,
    { recipient: name, event: 'needed', why: given.why, to, cc, at: undefined, zone: undefined },
    'new',
  );
}
