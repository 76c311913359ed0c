import type { Json } from '../domain/canonical.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { checkFactValue, factShape } from '../domain/fact-value.ts';
import { checkZone } from '../domain/time/zone.ts';
import { append, step } from './append.ts';
import type { WritingSession } from './session.ts';
import { standingIn } from './standing-in.ts';
import { timeGiven } from './time-given.ts';

export interface NewFact {
  readonly name: string;
  /** Text, one of the words of the fact, a zone, or (of `detected` and `ended`) a time as typed, or `no`. */
  readonly value: string;
  /** Who decided it. */
  readonly by: readonly string[];
  readonly at: string | undefined;
  readonly zone: string | undefined;
  readonly grounds: string | undefined;
}

/**
 * States a fact, or states it anew: the entry carries the value that stood before; of values that stand beside each
 * other after a merge, all of them.
 * @throws CaseError `wrong-use`, `text-empty`, `zone-unknown`, the time errors of `understandTime`
 */
export function stateFact(session: WritingSession, given: NewFact): Entry {
  const { name, at, zone } = given;
  const shape = factShape(name);
  const typed = given.value;
  checkFactValue(name, typed);
  // What was thought to have happened can turn out not to have.
  const isInstant = shape === 'instant' && typed.trim().toLowerCase() !== 'no';
  if (isInstant && at !== undefined) {
    throw new CaseError('wrong-use', {
      reason: `The value of ${name} is its time, so no other time is given with it.`,
      cli: 'Leave --at out.',
    });
  }
  const time = isInstant ? typed : at;
  const occurred = time === undefined ? undefined : timeGiven(session, time, zone);
  const value =
    isInstant && occurred !== undefined ? occurred.utc : shape === 'zone' ? checkZone(typed) : typed;
  const by = given.by.map((person) => person.trim()).filter((person) => person !== '');
  return step(session, () =>
    append(session, 'fact', {
      name,
      value,
      before: before(session, name),
      by: by.length === 0 ? undefined : by,
      occurred,
      grounds: given.grounds,
    }),
  );
}

function before(session: WritingSession, name: string): Json | undefined {
  const values = standingIn(session.db, `fact/${name}`).map(({ fields }) => fields['value'] ?? null);
  return values.length > 1 ? values : values[0];
}
