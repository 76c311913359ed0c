import { beginningOf, titleOutside } from '../../casework/case-facts.ts';
import type { EntryView } from '../../casework/entry-view.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import { hex } from '../../domain/bytes.ts';
import { codeOfHead, fingerprintOf } from '../../domain/fingerprint.ts';
import { clockText, dateText, zoneText } from '../../domain/time/zoned-text.ts';
import type { ReadableDb } from '../../store/db.ts';
import { countEntries, tips } from '../../store/queries/entry.ts';

/** What stands on each page of an export, as the record was at one moment. */
export interface ExportHead {
  readonly caseTitle: string;
  readonly caseId: string;
  /** IANA name; all times are in it. */
  readonly zone: string;
  readonly by: 'occurred' | 'recorded';
  /** Entries in the whole record. */
  readonly all: number;
  /** Entries in this export. */
  readonly shown: number;
  /** FORMAT.md §7.4, hex. */
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly written: string;
  readonly version: string;
}

/** A way of writing entries down: what comes before them, each of them, and what comes after. */
export interface Writer {
  readonly begin: string;
  entry(view: EntryView): string;
  readonly end: string;
}

export function exportHead(
  db: ReadableDb,
  given: Pick<ExportHead, 'zone' | 'by' | 'shown' | 'written' | 'version'>,
): ExportHead {
  const { id } = beginningOf(db);
  const heads = tips(db).map((tip) => hex(tip));
  return {
    ...given,
    caseTitle: titleOutside(db),
    caseId: id,
    all: countEntries(db),
    fingerprint: fingerprintOf(sha256, heads),
  };
}

/** `12 of 47 entries`. */
export const shownText = ({ shown, all }: ExportHead): string => `${shown} of ${all} entries`;

/** The foot of every page, plain text: which case, in which zone, of which record, and when it was written. */
export const exportFoot = (head: ExportHead): string =>
  `${head.caseTitle}, times in ${zoneText(head.written, head.zone)}, fingerprint ${codeOfHead(head.fingerprint)}, ${shownText(head)}, written ${dateText(head.written, head.zone)} ${clockText(head.written, head.zone, false)}, Holdfast ${head.version}`;

/** The instant that orders the list, ISO 8601 in UTC. */
export const instantOf = ({ by }: Pick<ExportHead, 'by'>, { occurred, recorded }: EntryView): string =>
  by === 'occurred' ? (occurred?.utc ?? recorded) : recorded;

/** The time of an entry on its day, as exact as it was given: `02:14:05`, `about 02:00`, `02:00 to 02:30`. */
export function timeText(
  { by, zone }: Pick<ExportHead, 'by' | 'zone'>,
  { occurred, recorded }: EntryView,
): string {
  if (by === 'recorded' || occurred === null) return clockText(recorded, zone, true);
  const { utc, until, precision } = occurred;
  const seconds = precision === 'second' || precision === 'millisecond';
  if (until !== undefined) {
    const day = dateText(until, zone) === dateText(utc, zone) ? '' : `${dateText(until, zone)} `;
    return `${clockText(utc, zone, false)} to ${day}${clockText(until, zone, false)}`;
  }
  if (precision === 'day') return 'that day';
  const clock = clockText(utc, zone, seconds);
  return precision === 'hour' || precision === 'approximate' ? `about ${clock}` : clock;
}

/** What later entries say about this one, or nothing. */
export function marksText({ corrects, correctedBy, correctedDifferently, withheldBy }: EntryView): string {
  const short = (id: unknown): string => String(id).slice(0, 8);
  return [
    corrects === undefined ? '' : `corrects ${short(corrects)}`,
    correctedBy === undefined ? '' : `corrected by ${short(correctedBy)}`,
    Array.isArray(correctedDifferently) ? 'corrected differently in several copies' : '',
    Array.isArray(withheldBy) ? `withheld by ${withheldBy.map((id) => short(id)).join(', ')}` : '',
  ]
    .filter((mark) => mark !== '')
    .join('; ');
}
