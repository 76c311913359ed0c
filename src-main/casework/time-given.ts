import type { Occurred } from '../domain/time/occurred.ts';
import { understandTime } from '../domain/time/understand.ts';
import { zoneOf } from './case-facts.ts';
import type { WritingSession } from './session.ts';

/**
 * A time as a person typed it, by the device clock of this session.
 * @param zone IANA name; without it: the zone of the case
 * @throws CaseError as `understandTime`
 */
export const timeGiven = (session: WritingSession, typed: string, zone: string | undefined): Occurred =>
  understandTime(typed, zone ?? zoneOf(session.db), session.clock.now());
