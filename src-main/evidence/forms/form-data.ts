import { beginningOf, titleOutside, zoneOf } from '../../casework/case-facts.ts';
import { type Names, namesIn } from '../../casework/names.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import { hex } from '../../domain/bytes.ts';
import { fingerprintOf } from '../../domain/fingerprint.ts';
import { type CustodyWalk, walk } from '../../domain/custody/walk.ts';
import type { Entry } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { countEntries, tips } from '../../store/queries/entry.ts';
import { type ExhibitRow, exhibits } from '../../store/queries/exhibit.ts';
import { type CustodyEventView, custodyOf } from '../custody-events.ts';
import { exhibitView } from '../exhibit-view.ts';
import { findExhibit } from '../find-exhibit.ts';
import { type HoldState, holdOf } from '../hold.ts';
import { exhibitRetention, type RetentionGround, retentionGround } from '../retention.ts';
import type { Retention } from '../../domain/retention/retention-of.ts';

export interface FormExhibit {
  readonly entry: Entry;
  readonly view: ReturnType<typeof exhibitView>;
  readonly custody: readonly CustodyEventView[];
  readonly walk: CustodyWalk;
  readonly hold: HoldState;
  readonly retention: Retention;
}

/** Everything that a form says, as the record has it at one moment. */
export interface FormData {
  readonly caseTitle: string;
  readonly caseId: string;
  readonly zone: string;
  readonly entries: number;
  /** FORMAT.md §7.4, hex. */
  readonly fingerprint: string;
  readonly printed: string;
  readonly version: string;
  readonly exhibits: readonly FormExhibit[];
}

export interface FormWish {
  /** A label, several with spaces between, or `all`. */
  readonly exhibit: string;
  readonly nowMs: number;
  readonly version: string;
}

/** @throws CaseError `exhibit-unknown` */
export function formData(db: ReadableDb, wish: FormWish): FormData {
  const ground = retentionGround(db);
  const names = namesIn(db);
  const rows =
    wish.exhibit.toLowerCase() === 'all'
      ? exhibits(db)
      : labelsIn(wish.exhibit).map((label) => findExhibit(db, label));
  const { id } = beginningOf(db);
  return {
    caseTitle: titleOutside(db),
    caseId: id,
    zone: zoneOf(db),
    entries: countEntries(db),
    fingerprint: fingerprintOf(
      sha256,
      tips(db).map((tip) => hex(tip)),
    ),
    printed: new Date(wish.nowMs).toISOString(),
    version: wish.version,
    exhibits: rows.map((row) => exhibitOf(db, row, ground, names)),
  };
}

/** One that was given twice stands once; nothing at all is refused as a label that nobody has. */
function labelsIn(text: string): string[] {
  const labels = [...new Set(text.split(/[\s,]+/).filter((label) => label !== ''))];
  return labels.length === 0 ? [text] : labels;
}

function exhibitOf(db: ReadableDb, row: ExhibitRow, ground: RetentionGround, names: Names): FormExhibit {
  const custody = custodyOf(db, row.entry);
  const view = exhibitView(db, row, custody, ground, names);
  const entry = entryWithId(db, row.entry);
  return {
    entry,
    view,
    custody,
    walk: walk(custody, view.exhibit),
    hold: holdOf(db, row.entry),
    retention: exhibitRetention(db, entry, ground),
  };
}
