import { type Clock, fixedClock, systemClock } from '../casework/clock.ts';
import { CaseError } from '../domain/errors.ts';

/** The clock that `HOLDFAST_NOW` (ISO 8601, UTC) asks for. @throws CaseError in a packaged program */
export function clockFrom(now: string | undefined, packaged: boolean): Clock {
  if (now === undefined || now === '') return systemClock;
  if (packaged) throw new CaseError('clock-override-refused');
  const ms = Date.parse(now);
  if (Number.isNaN(ms)) throw new CaseError('time-not-understood', { typed: now });
  return fixedClock(ms);
}
