import { type EntryView, entryView } from '../../casework/entry-view.ts';
import { namesIn } from '../../casework/names.ts';
import { entryWithId, withEntries } from '../../casework/read-entry.ts';
import type { StandardMade } from '../../contract/standard.ts';
import { textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { custodyOf } from '../../evidence/custody-events.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { retentionGround } from '../../evidence/retention.ts';
import type { ListFile } from '../../share/standards/list-file.ts';
import { newestOf } from '../../share/standards/newest-of.ts';
import type { JsonObject, LinkedEntry, RecordWriter } from '../../share/standards/record-writer.ts';
import type { ReadableDb } from '../../store/db.ts';
import { custodyEntriesOfMany, exhibits } from '../../store/queries/exhibit.ts';
import { entriesAbout } from '../../store/queries/standing.ts';
import { lastNumber, timelineRows } from '../../store/queries/timeline.ts';
import { countWithheld } from '../../store/queries/withheld.ts';

/** Entries or exhibits of one slice: about ten milliseconds. */
const SLICE = 50;

interface Means {
  readonly file: ListFile;
  /** Called between slices; throws to cancel. */
  readonly pause: (entries: number) => Promise<void>;
}

/**
 * Writes a record object by object, as it is at one moment: what is written into the case meanwhile is not in it.
 * @throws CaseError `withheld-meanwhile`
 */
export async function writeRecord(
  db: ReadableDb,
  writer: RecordWriter,
  { file, pause }: Means,
): Promise<Pick<StandardMade, 'written' | 'objects' | 'exhibits' | 'leftOut'>> {
  const names = namesIn(db);
  const upTo = lastNumber(db);
  const withheld = countWithheld(db);
  const ground = retentionGround(db);
  const objects = new Map<string, number>();
  const kinds = new Map<string, number>();
  let registered = 0;
  let without = 0;
  const add = (all: readonly JsonObject[]): void => {
    file.add(all);
    for (const one of all) count(objects, typeOf(one));
  };
  add(writer.first());
  await inSlicesOf(
    exhibits(db).filter(({ number }) => number <= upTo),
    async (slice) => {
      const ids = slice.map(({ entry }) => entry);
      withEntries(db, [...ids, ...custodyEntriesOfMany(db, ids)], () => {
        for (const row of slice) {
          const custody = custodyOf(db, row.entry).filter(({ number }) => number <= upTo);
          const view = exhibitView(db, row, custody, ground, names);
          const entry = entryWithId(db, row.entry);
          const changed = newestOf(db, names.marks.withheldBy(entry.id), entry.header.recorded);
          const made = writer.exhibit({ entry, view, custody, changed });
          registered += 1;
          if (made.length === 0) without += 1;
          add(made);
        }
      });
      await pause(0);
    },
  );
  let done = 0;
  await inSlicesOf(timelineRows(db, { by: 'recorded' }, 0, upTo), async (slice) => {
    const ids = slice.map(({ entry }) => entry);
    withEntries(db, ids, () => {
      for (const { entry, number, kind } of slice) {
        if (!writer.holds(kind)) count(kinds, kind);
        else add(writer.entry(linked(entryView(entryWithId(db, entry), number, names))));
      }
    });
    done += slice.length;
    await pause(done);
  });
  add(writer.last());
  // A text that was taken away since may stand in what was written before.
  if (countWithheld(db) !== withheld) throw new CaseError('withheld-meanwhile', { what: 'the document' });
  if (without > 0) kinds.set('evidence', without);
  const left = [...kinds.values()].reduce((sum, n) => sum + n, 0);
  return {
    written: done - left,
    objects: Object.fromEntries([...objects].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    exhibits: registered - without,
    leftOut: {
      entries: left,
      kinds: Object.fromEntries(kinds),
      exhibits: without,
      withheld,
    },
  };

  function linked(view: EntryView): LinkedEntry {
    // Most entries have no links: only of those that have, the entries are read.
    const links = (view['exhibits'] === undefined ? [] : entriesAbout(db, view.id, 'attachment')).filter(
      ({ number }) => number <= upTo,
    );
    const marks = [view.correctedBy, view['correctedDifferently'], view['withheldBy']].flat();
    const changes = marks.filter((id): id is string => typeof id === 'string');
    return {
      view,
      exhibits: links.flatMap(({ entry }) => textField(entryWithId(db, entry), 'evidence') ?? []),
      changed: newestOf(db, [...links.map(({ entry }) => entry), ...changes], view.recorded),
    };
  }
}

async function inSlicesOf<T>(all: readonly T[], work: (slice: readonly T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += SLICE) await work(all.slice(at, at + SLICE));
}

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** The first type of a node of JSON-LD, or the type of an object of STIX. */
function typeOf(object: JsonObject): string {
  const type = object['@type'] ?? object['type'];
  return String(Array.isArray(type) ? type[0] : type);
}
