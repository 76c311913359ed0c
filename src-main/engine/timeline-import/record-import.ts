import { append } from '../../casework/append.ts';
import type { TimelineImported } from '../../contract/timeline-import.ts';
import type { NotTaken } from '../../domain/import/understand-row.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import { registerExhibit } from '../../evidence/register-exhibit.ts';
import { columnsOf, datesOf, notTakenView } from './import-view.ts';
import type { ImportWork } from './take-rows.ts';

/** The exhibit, where the file is none yet, and the entry that says what was imported. */
export function recordImport(work: ImportWork, writer: string): TimelineImported {
  const { session, source, read, taken, present, zone } = work;
  const exhibit =
    taken === null
      ? (present?.entry ?? '')
      : registerExhibit(session, taken.examined, {
          from: { path: source },
          title: undefined,
          type: 'other',
          occurred: undefined,
          details: {},
          seal: undefined,
        })[0].id;
  const label = exhibitOf(session.db, exhibit).label;
  const entry = append(session, 'timeline-import', {
    evidence: exhibit,
    exhibit: label,
    sha256: read.sha256,
    format: read.format,
    columns: columnsOf(read).flatMap(({ name, field }) => (field === null ? [] : [{ column: name, field }])),
    zone,
    rows: read.rows,
    taken: read.taken,
    not_taken: read.notTaken.length === 0 ? undefined : byReason(read.notTaken),
    writer,
  });
  return {
    exhibit: label,
    entry: entry.id,
    sha256: read.sha256,
    format: read.format,
    dates: datesOf(read),
    rows: read.rows,
    taken: read.taken,
    notTaken: read.notTaken.map((row) => notTakenView(row)),
    stored: taken !== null,
  };
}

/** The lines of each reason, so that many of them take little room. */
function byReason(rows: readonly NotTaken[]): { reason: string; lines: number[] }[] {
  const lines = new Map<string, number[]>();
  for (const { fault, line } of rows) {
    const own = lines.get(fault);
    if (own === undefined) lines.set(fault, [line]);
    else own.push(line);
  }
  return [...lines].map(([reason, own]) => ({ reason, lines: own }));
}
