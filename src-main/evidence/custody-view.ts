import { holderNamedBy } from '../domain/custody/step.ts';
import { walk } from '../domain/custody/walk.ts';
import { sameName } from '../domain/same-name.ts';
import type { ReadableDb } from '../store/db.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';
import { standingRows } from '../store/queries/standing.ts';
import type { Names } from '../casework/names.ts';
import { entryWithId } from '../casework/read-entry.ts';
import { unsureIn } from '../casework/unsure.ts';
import type { CustodyEventView } from './custody-events.ts';
import { holdOf } from './hold.ts';
import { exhibitRetention, type RetentionGround } from './retention.ts';

/** Where nobody has an exhibit any more, and where nobody is named. */
const DISPOSED = 'nobody: disposed of';
const UNNAMED = 'nobody named';

/** The fields of an exhibit's view that its custody, hold and retention give. */
export function custodyView(
  db: ReadableDb,
  row: ExhibitRow,
  custody: readonly CustodyEventView[],
  ground: RetentionGround,
  names?: Names,
) {
  const { state, doubts } = walk(custody, row.label);
  const waits = state.open.at(-1);
  const contested = contestedHolders(db, row.entry, custody);
  const unsure = unsureIn(db, [`custody/${row.entry}`, `hold/${row.entry}`], names);
  return {
    retainUntil: exhibitRetention(db, entryWithId(db, row.entry), ground).until,
    hold: holdOf(db, row.entry).on,
    holder: state.disposed ? DISPOSED : (state.holder ?? UNNAMED),
    custodyState: {
      ...(state.location === null ? {} : { location: state.location }),
      ...(state.seal === null ? {} : { seal: state.seal.number ?? '' }),
      ...(waits === undefined ? {} : { awaits: waits.to ?? UNNAMED }),
      ...(contested.length === 0 ? {} : { contested }),
      ...(state.disposed ? { disposed: true } : {}),
      ...(unsure.length === 0 ? {} : { unsure }),
      ...(doubts.size === 0 ? {} : { doubtful: doubts.size }),
    },
  };
}

/**
 * Who has it by each of the copies in which it went on, where they name different people. An event that was written
 * with knowledge of all of them settles it (FORMAT.md §10.2).
 */
function contestedHolders(db: ReadableDb, evidence: string, custody: readonly CustodyEventView[]): string[] {
  const standing = standingRows(db, `custody/${evidence}`);
  if (standing.length < 2) return [];
  const names = standing.flatMap(({ entry }) => {
    const event = custody.find(({ id }) => id === entry);
    if (event === undefined) return [];
    return [event.event === 'disposed' ? DISPOSED : (holderNamedBy(event) ?? UNNAMED)];
  });
  const different = names.filter((name, i) => names.findIndex((other) => sameName(other, name)) === i);
  return different.length > 1 ? different : [];
}
