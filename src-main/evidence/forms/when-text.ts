import { type Entry, objectField, textIn } from '../../domain/entry.ts';
import { clockText, dateText, zoneText } from '../../domain/time/zoned-text.ts';

interface When {
  readonly at: string;
  /** Empty for an instant. */
  readonly until: string;
  readonly zone: string;
  readonly precision: string;
}

/** When an entry's event happened; in the zone of the case where none was given. */
function whenOf(entry: Entry, caseZone: string): When {
  const occurred = objectField(entry, 'occurred');
  return {
    at: textIn(occurred, 'utc') || entry.header.recorded,
    until: textIn(occurred, 'until'),
    zone: textIn(occurred, 'zone') || caseZone,
    precision: textIn(occurred, 'precision') || 'second',
  };
}

/** The zone that all these entries have in common, with its offset; null where they differ. */
export function commonZone(entries: readonly Entry[], caseZone: string): string | null {
  const zones = new Set(
    entries.map((entry) => {
      const { at, zone } = whenOf(entry, caseZone);
      return zoneText(at, zone);
    }),
  );
  const [only] = zones;
  return zones.size === 1 && only !== undefined ? only : null;
}

/**
 * `17 Nov 2026 03:15 to 03:31 Europe/Berlin (+01:00)`.
 * @param zoneSaid true where the zone stands above, for all
 */
export function whenText(entry: Entry, caseZone: string, zoneSaid = false): string {
  const { at, until, zone, precision } = whenOf(entry, caseZone);
  const seconds = precision === 'second' || precision === 'millisecond';
  const clock = (utc: string): string => (precision === 'day' ? '' : ` ${clockText(utc, zone, seconds)}`);
  const date = dateText(at, zone);
  const behind = zoneSaid ? '' : ` ${zoneText(at, zone)}`;
  if (until === '') return `${date}${clock(at)}${behind}`;
  const last = dateText(until, zone);
  const end = `${last === date ? '' : ` ${last}`}${clock(until)}`;
  return precision === 'approximate'
    ? `${date} between${clock(at)} and${end}${behind}`
    : `${date}${clock(at)} to${end}${behind}`;
}
