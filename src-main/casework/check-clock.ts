import { utcIso } from '../domain/brands.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { append, step } from './append.ts';
import type { WritingSession } from './session.ts';
import { timeGiven } from './time-given.ts';

/**
 * Writes down what another clock shows at this moment, and how far the device clock is from it.
 * @param reference what the other clock shows, as typed
 * @param source which clock it is, such as “telephone”
 * @throws CaseError `wrong-use`, the time errors of `understandTime`
 */
export function checkClock(
  session: WritingSession,
  reference: string,
  source: string,
  zone: string | undefined,
): Entry {
  if (source.trim() === '') throw new CaseError('wrong-use', { reason: 'Say which clock it was.' });
  const now = session.clock.now();
  const shown = timeGiven(session, reference, zone);
  if (shown.until !== undefined || shown.precision === 'day') {
    throw new CaseError('wrong-use', { reason: `“${reference}” is no moment that a clock shows.` });
  }
  return step(session, () =>
    append(session, 'clock-check', {
      reference: shown,
      source,
      device: utcIso(now),
      offset_ms: now - Date.parse(shown.utc),
    }),
  );
}
