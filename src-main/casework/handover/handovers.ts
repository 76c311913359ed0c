import { type Entry, listField, textField, textIn } from '../../domain/entry.ts';
import type { Json } from '../../domain/canonical.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type AboutRow, aboutOfKind, standingRows } from '../../store/queries/standing.ts';
import { type EntryView, entryView } from '../entry-view.ts';
import { type Names, type SignedBy, namesIn } from '../names.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { entryWithId } from '../read-entry.ts';

export interface HandoverView {
  readonly entry: string;
  readonly number: number;
  readonly from: SignedBy;
  readonly to: string;
  /** UTC. */
  readonly at: string;
  readonly note: string | null;
  readonly phases: string[];
  readonly steps: { readonly id: string; readonly title: string; readonly due: string | null }[];
  readonly deadlines: { readonly id: string; readonly title: string; readonly due: string }[];
  readonly entries: EntryView[];
  /** Who took it over, each with an entry of their own; empty = nobody yet. */
  readonly accepted: {
    readonly entry: string;
    readonly by: SignedBy;
    readonly at: string;
    readonly remark: string | null;
  }[];
  /** Whether a later hand-over took its place. */
  readonly superseded: boolean;
}

/** All hand-overs, the newest first. */
export function handoversOf(db: ReadableDb): HandoverView[] {
  const names = namesIn(db);
  const standing = new Set(standingRows(db, 'handover').map(({ entry }) => entry));
  return aboutOfKind(db, 'handover')
    .toReversed()
    .map((row) => handoverView(db, row, names, standing));
}

function handoverView(
  db: ReadableDb,
  { entry: id, number }: AboutRow,
  names: Names,
  standing: ReadonlySet<string>,
): HandoverView {
  const entry = entryWithId(db, id);
  return {
    entry: id,
    number,
    from: names.signedBy(entry.header),
    to: textField(entry, 'to') ?? 'withheld',
    at: entry.header.recorded,
    note: textField(entry, 'note') ?? null,
    phases: [...listField(entry, 'phases')],
    steps: rowsIn(entry, 'steps').map((row) => ({ ...named(row), due: textIn(row, 'due') || null })),
    deadlines: rowsIn(entry, 'deadlines').map((row) => ({ ...named(row), due: textIn(row, 'due') })),
    entries: listField(entry, 'entries').flatMap((one) => viewOf(db, one, names)),
    accepted: standingRows(db, `handover-accepted/${id}`).map((row) => {
      const said = entryWithId(db, row.entry);
      return {
        entry: row.entry,
        by: names.signedBy(said.header),
        at: said.header.recorded,
        remark: textField(said, 'remark') ?? null,
      };
    }),
    superseded: !standing.has(id),
  };
}

type Row = Readonly<Record<string, Json>>;

const named = (row: Row) => ({ id: textIn(row, 'id'), title: textIn(row, 'title') });

function rowsIn(entry: Entry, name: string): Row[] {
  const value = entry.fields[name];
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row));
}

function viewOf(db: ReadableDb, id: string, names: Names): EntryView[] {
  const row = timelineRowOf(db, id);
  return row === undefined ? [] : [entryView(entryWithId(db, id), row.number, names)];
}
