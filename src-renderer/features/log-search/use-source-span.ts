import type { LogSource } from '../../../src-main/contract/log-index.ts';
import { clockWithZone, dayKey } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';

/** From when to when a log goes, in the zone that is shown: `2026-11-17 00:55:00 CET to 02:51:10 CET`. */
export function useSourceSpan(): (source: Pick<LogSource, 'first' | 'last'>) => string {
  const zone = useShownZone();
  return ({ first, last }) => {
    const text = en.logSearch.source;
    if (first === null || last === null) return text.noTimes;
    const [from, to] = [new Date(first), new Date(last)];
    const [day, other] = [dayKey(from, zone), dayKey(to, zone)];
    const until = clockWithZone(to, zone, 'second');
    return text.span(
      `${day} ${clockWithZone(from, zone, 'second')}`,
      day === other ? until : `${other} ${until}`,
    );
  };
}
