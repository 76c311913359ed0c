import { entryView } from '../../casework/entry-view.ts';
import { namesIn } from '../../casework/names.ts';
import { entryWithId, withEntries } from '../../casework/read-entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { custodyOf } from '../../evidence/custody-events.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { timelineCsv } from '../../evidence/forms/timeline-csv.ts';
import { retentionGround } from '../../evidence/retention.ts';
import type { BagFolder, BagText } from '../../share/bagit/bag-folder.ts';
import type { LeftOutWhy } from '../../share/bagit/bag-info.ts';
import { custodyCsvHead, custodyCsvRows } from '../../share/bagit/custody-csv.ts';
import { NOTHING_LEFT_OUT } from '../../share/redaction.ts';
import type { DocumentHead } from '../../share/report/page.ts';
import { documentHead } from '../../share/report/report-data.ts';
import { carriedRows } from '../../share/report/self-check/carried-rows.ts';
import { REPORT_FORMAT } from '../../share/report/self-check/report-record.ts';
import type { ReadableDb } from '../../store/db.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import { type ExhibitRow, custodyEntriesOfMany, exhibits } from '../../store/queries/exhibit.ts';
import { lastNumber, timelineRows } from '../../store/queries/timeline.ts';
import { countWithheld } from '../../store/queries/withheld.ts';
import { custodyData } from '../custody-data.ts';
import { type InBag, nameIn } from './bag-evidence.ts';
import { BAG_PLACES, CUSTODY_FORMAT, TIMELINE_FORMAT } from './bag-places.ts';

/** Entries or exhibits of one slice: about ten milliseconds. */
const SLICE = 50;

export interface BagDocuments {
  readonly head: DocumentHead;
  /** Exhibits whose bytes are in the bag. */
  readonly exhibits: number;
  readonly leftOut: readonly { readonly exhibit: string; readonly why: LeftOutWhy }[];
}

export interface DocumentsWish {
  readonly db: ReadableDb;
  readonly inBag: ReadonlyMap<string, InBag>;
  readonly nowMs: number;
  readonly version: string;
  /** Called between slices; throws to cancel. @param entries done so far, of all */
  readonly pause: (entries: number, of: number) => Promise<void>;
}

/**
 * Writes custody, timeline and record, as they are at one moment: what is written meanwhile is in none of them.
 * @throws CaseError `withheld-meanwhile`
 */
export async function bagDocuments(bag: BagFolder, wish: DocumentsWish): Promise<BagDocuments> {
  const { db, nowMs, version, pause } = wish;
  const head = documentHead(db, nowMs, version);
  const last = lastSeq(db);
  const upTo = lastNumber(db);
  const withheld = countWithheld(db);
  const { caseId, caseTitle, fingerprint, zone, written, entries } = head;
  const about = { version, written, case: caseId, title: caseTitle, zone, head: fingerprint, entries };
  const custody = await writeCustody(bag, about, wish, upTo);
  await writeTimeline(bag, { about, head, upTo }, wish);
  const { title: _, entries: _count, ...ofRecord } = about;
  const record = list(bag.text(BAG_PLACES.record), 'rows', {
    format: REPORT_FORMAT,
    ...ofRecord,
    // Unlike a report, a bag is written without a check of the record before.
    checked: '',
    redact: 'none',
    parts: [],
  });
  let rows = 0;
  for (const slice of carriedRows(db, last, NOTHING_LEFT_OUT)) {
    for (const row of slice) record.add(row);
    rows += slice.length;
    await pause(rows, entries);
  }
  record.end();
  // A text that was taken away since may stand in what was written before.
  if (countWithheld(db) !== withheld || rows !== entries) {
    throw new CaseError('withheld-meanwhile', { what: 'the bag' });
  }
  return { head, ...custody };
}

async function writeCustody(
  bag: BagFolder,
  about: object,
  { db, inBag, pause }: DocumentsWish,
  upTo: number,
): Promise<Omit<BagDocuments, 'head'>> {
  const names = namesIn(db);
  const ground = retentionGround(db);
  const rows = exhibits(db);
  const json = list(bag.text(BAG_PLACES.custodyJson), 'exhibits', { format: CUSTODY_FORMAT, ...about });
  const csv = bag.text(BAG_PLACES.custodyCsv);
  csv.write(custodyCsvHead);
  const leftOut: { exhibit: string; why: LeftOutWhy }[] = [];
  for (let at = 0; at < rows.length; at += SLICE) {
    const slice = rows.slice(at, at + SLICE);
    const ids = slice.map(({ entry }) => entry);
    withEntries(db, [...ids, ...custodyEntriesOfMany(db, ids)], () => {
      for (const row of slice) add(row);
    });
    await pause(0, upTo);
  }
  json.end();
  csv.end();
  return { exhibits: rows.length - leftOut.length, leftOut };

  function add(row: ExhibitRow): void {
    const where = inBag.get(row.entry) ?? { why: 'later' as const };
    // Numbers of later entries are higher: what is written since has no place in this record.
    const events = custodyOf(db, row.entry).filter(({ number }) => number <= upTo);
    const exhibit = exhibitView(db, row, events, ground, names);
    if ('why' in where) leftOut.push({ exhibit: row.label, why: where.why });
    const one = {
      file: 'file' in where ? where.file : null,
      leftOut: 'why' in where ? where.why : null,
      name: nameIn(db, row),
      exhibit,
      custody: custodyData(events, row.label, names),
    };
    json.add(JSON.stringify(one));
    csv.write(custodyCsvRows({ ...one, custody: one.custody.map((event) => ({ ...event })) }));
  }
}

async function writeTimeline(
  bag: BagFolder,
  { about, head, upTo }: { readonly about: object; readonly head: DocumentHead; readonly upTo: number },
  { db, pause }: DocumentsWish,
): Promise<void> {
  const { entries } = head;
  const names = namesIn(db);
  const json = list(bag.text(BAG_PLACES.timelineJson), 'timeline', { format: TIMELINE_FORMAT, ...about });
  const csv = bag.text(BAG_PLACES.timelineCsv);
  const table = timelineCsv({ ...head, by: 'recorded', all: entries, shown: upTo });
  csv.write(table.begin);
  const rows = timelineRows(db, { by: 'recorded' }, 0, upTo);
  for (let at = 0; at < rows.length; at += SLICE) {
    const slice = rows.slice(at, at + SLICE);
    withEntries(
      db,
      slice.map(({ entry }) => entry),
      () => {
        for (const { entry, number } of slice) {
          const view = entryView(entryWithId(db, entry), number, names);
          json.add(JSON.stringify(view));
          csv.write(table.entry(view));
        }
      },
    );
    await pause(at, rows.length);
  }
  json.end();
  csv.end();
}

/** A JSON document whose last member is a list, one line an item. */
function list(text: BagText, name: string, first: object): { add(item: string): void; end(): void } {
  let isEmpty = true;
  text.write(`${JSON.stringify(first).slice(0, -1)},${JSON.stringify(name)}:[`);
  return {
    add(item) {
      text.write(`${isEmpty ? '' : ','}\n${item}`);
      isEmpty = false;
    },
    end() {
      text.write('\n]}\n');
      text.end();
    },
  };
}
