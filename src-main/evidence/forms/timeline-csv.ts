import { tzOffset } from '@date-fns/tz';
import type { EntryView } from '../../casework/entry-view.ts';
import { csvCell } from './csv-cell.ts';
import { type ExportHead, type Writer, marksText } from './timeline-export.ts';

const COLUMNS = [
  'number',
  'occurred',
  'occurred_until',
  'recorded',
  'zone',
  'kind',
  'phase',
  'author',
  'trust',
  'text',
  'tags',
  'marks',
  'entry',
  'case',
  'fingerprint',
] as const;

/** A timeline as RFC 4180 in UTF-8. Every row carries zone, case and fingerprint, because rows are copied out alone. */
export function timelineCsv(head: ExportHead): Writer {
  const at = (utc: string | undefined): string => (utc === undefined ? '' : withOffset(utc, head.zone));
  const line = (cells: readonly string[]): string => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`;
  return {
    // Without the mark, spreadsheets take UTF-8 for another encoding.
    begin: `\uFEFF${line(COLUMNS)}`,
    entry: (view: EntryView) =>
      line([
        String(view.number),
        at(view.occurred?.utc),
        at(view.occurred?.until),
        at(view.recorded),
        head.zone,
        view.kind,
        view.phase,
        view.author.name,
        view.author.trust,
        view.text,
        view.tags.join(' '),
        marksText(view),
        view.id,
        head.caseTitle,
        head.fingerprint,
      ]),
    end: '',
  };
}

/** `2026-11-17T02:14:05.000+01:00`. */
function withOffset(utc: string, zone: string): string {
  const minutes = tzOffset(zone, new Date(utc));
  const local = new Date(Date.parse(utc) + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
