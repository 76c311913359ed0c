import { entryWithId } from '../../casework/read-entry.ts';
import type { Preview } from '../../contract/merge.ts';
import { fromHex } from '../../domain/bytes.ts';
import { textField } from '../../domain/entry.ts';
import { wasReleased } from '../../evidence/gone-bytes.ts';
import { bytesAreHere } from '../../evidence/kept-bytes.ts';
import type { EvidenceOfCopy } from '../../share/own-copy.ts';
import type { ReadableDb } from '../../store/db.ts';
import { hasEntry } from '../../store/queries/entry.ts';
import { type ExhibitRow, exhibits } from '../../store/queries/exhibit.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { startWorker } from '../worker.ts';
import { areSound, isWanted } from './bytes-of-other.ts';
import type { United } from './unite.ts';

interface Parts {
  readonly host: EngineHost;
  readonly db: ReadableDb;
  readonly other: ReadableDb;
  readonly job: Job;
}

/** Exhibits that a list shows. */
const SHOWN = 500;

type Previewed = Pick<Preview, 'exhibits' | 'exhibitsInAll' | 'stored'>;

/**
 * Exhibits that a merge would bring, and those of this file whose missing bytes it would: all of these bytes are read.
 * @param which what this file was made with
 */
export async function previewedExhibits(
  parts: Parts,
  { accepted }: Pick<United, 'accepted'>,
  which: EvidenceOfCopy,
): Promise<Previewed> {
  const { db, other, host } = parts;
  const arriving = new Set(accepted);
  const isNew = ({ entry }: ExhibitRow): boolean => arriving.has(entry);
  const rows = exhibits(other).filter(
    (row) =>
      isNew(row) || (hasEntry(db, fromHex(row.entry)) && which !== 'none' && isWanted(db, other, row, which)),
  );
  const reader = startWorker(host, 'unpack');
  const list: Previewed['exhibits'][number][] = [];
  try {
    for (const row of rows) {
      await parts.job.turn();
      const { entry, label: exhibit, size } = row;
      const bytes =
        stateOf(parts, row, which) ?? ((await areSound(other, row, reader, parts.job)) ? 'come' : 'wrong');
      const title = textField(entryWithId(other, entry), 'title') ?? '';
      list.push({ entry, exhibit, title, size, isNew: isNew(row), bytes });
    }
  } finally {
    reader.end();
  }
  const come = list.filter(({ bytes }) => bytes === 'come');
  return {
    exhibits: list.slice(0, SHOWN),
    exhibitsInAll: list.length,
    stored: { exhibits: come.length, bytes: come.reduce((sum, { size }) => sum + (size ?? 0), 0) },
  };
}

/** What is known of the bytes without reading them; null where a merge would take them. */
function stateOf({ db, other }: Parts, row: ExhibitRow, which: EvidenceOfCopy) {
  if (row.mode !== 'stored' || wasReleased(other, row.entry)) return 'none' as const;
  if (!bytesAreHere(other, row.entry)) return 'missing' as const;
  return which !== 'none' && isWanted(db, other, row, which) ? null : ('left' as const);
}
