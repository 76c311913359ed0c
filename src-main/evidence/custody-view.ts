import { walk } from '../domain/custody/walk.ts';
import type { ReadableDb } from '../store/db.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { CustodyEventView } from './custody-events.ts';
import { holdOf } from './hold.ts';
import { labelOf } from './label.ts';
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
) {
  const { state, doubts } = walk(custody, labelOf(row));
  const waits = state.open.at(-1);
  return {
    retainUntil: exhibitRetention(db, entryWithId(db, row.entry), ground).until,
    hold: holdOf(db, row.entry).on,
    holder: state.disposed ? DISPOSED : (state.holder ?? UNNAMED),
    custodyState: {
    ...(state.location === null ? {} : { location: state.location }),
    ...(state.seal === null ? {} : { seal: state.seal.number ?? '' }),
    ...(waits === undefined ? {} : { awaits: waits.to ?? UNNAMED }),
    ...(state.disposed ? { disposed: true } : {}),
    ...(doubts.size === 0 ? {} : { doubtful: doubts.size }),
    },
  };
}
