import { entryWithId } from '../../casework/read-entry.ts';
import { objectField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { hasNoBytes, wasReleased } from '../../evidence/gone-bytes.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import type { ReadBack } from '../../evidence/read-back.ts';
import { safeFileName } from '../../evidence/safe-file-name.ts';
import type { BagFolder } from '../../share/bagit/bag-folder.ts';
import type { LeftOutWhy } from '../../share/bagit/bag-info.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type ExhibitRow, exhibits } from '../../store/queries/exhibit.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { startWorker } from '../worker.ts';
import type { UnpackRequest } from '../workers/unpack.ts';

/** Where the bytes of an exhibit are in a bag, or why they are not. */
export type InBag = { readonly file: string } | { readonly why: LeftOutWhy };

/**
 * Writes the stored bytes of all exhibits into a bag, each checked against the record.
 * @returns what became of each, by the id of its entry
 * @throws CaseError `cancelled`, and what the file system refuses
 */
export async function bagEvidence(
  host: EngineHost,
  job: Job,
  db: ReadableDb,
  bag: BagFolder,
): Promise<Map<string, InBag>> {
  const all = exhibits(db);
  const total = all.reduce((sum, { mode, size }) => sum + (mode === 'stored' ? (size ?? 0) : 0), 0);
  const folders = uniqueFolders(all);
  const done = new Map<string, InBag>();
  const worker = startWorker(host, 'unpack');
  let before = 0;
  try {
    for (const [i, row] of all.entries()) {
      await job.turn();
      const file = `data/evidence/${folders.get(row.entry) ?? ''}/${safeFileName(nameIn(db, row))}`;
      done.set(row.entry, await write(row, file, i));
      if (row.mode === 'stored') before += row.size ?? 0;
    }
    return done;
  } finally {
    worker.end();
  }

  async function write(row: ExhibitRow, file: string, i: number): Promise<InBag> {
    const kept = keptBytes(db, row.entry);
    if (kept === null) return { why: whyNot(db, row) };
    const request: UnpackRequest = {
      kept,
      size: row.size ?? 0,
      into: bag.place(file),
      item: row.label,
      cancelFlag: job.cancelFlag,
    };
    try {
      const { size, sha256 } = await worker.ask<UnpackRequest, ReadBack>(request, (at) =>
        job.progress({
          ...at,
          unit: 'bytes',
          all: { item: i + 1, items: all.length, done: before + at.done, total },
        }),
      );
      if (sha256 !== row.sha256 || size !== row.size) {
        bag.drop(file);
        return { why: 'damaged' };
      }
      bag.take({ path: file, size, sha256 });
      return { file };
    } catch (error) {
      if (!(error instanceof CaseError) || error.code !== 'file-damaged') throw error;
      bag.drop(file);
      return { why: 'damaged' };
    }
  }
}

/** The name that an exhibit had when it was taken in. */
export function nameIn(db: ReadableDb, { entry, label }: ExhibitRow): string {
  const name = objectField(entryWithId(db, entry), 'name')?.['text'];
  return typeof name === 'string' && name !== '' ? name : label;
}

/** A folder for each exhibit, so that their files may have the same names; also where a file system folds letters. */
function uniqueFolders(rows: readonly ExhibitRow[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    rows.map(({ entry, label }) => {
      const plain = safeFileName(label);
      const folder = taken.has(folded(plain)) ? `${plain}-${entry.slice(0, 8)}` : plain;
      taken.add(folded(folder));
      return [entry, folder];
    }),
  );
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

function whyNot(db: ReadableDb, row: ExhibitRow): LeftOutWhy {
  if (row.mode === 'none') return 'no-file';
  if (wasReleased(db, row.entry) || hasNoBytes(db, row)) return 'released';
  return row.mode === 'reference' ? 'reference' : 'not-here';
}
