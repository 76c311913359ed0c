import { join } from 'node:path';
import {
  evidenceFolder,
  partOf,
  removeIfEmpty,
  removeQuietly,
} from '../../evidence/sealed/evidence-folder.ts';
import type { ReadableDb } from '../../store/db.ts';
import { mayBeRecorded, nameWhole } from './name-whole.ts';
import type { Places } from './places.ts';
import type { TakenIn } from './taken-in.ts';

/** A sealed file while it is written: with it goes the place that says how far it is. */
export interface HalfFile {
  /** Where it is written. */
  readonly part: string;
  /** Removes it, where no later job may go on with it. */
  clear(): void;
  /** What becomes of it once it is whole. */
  readonly ends: Pick<TakenIn, 'giveName' | 'recorded' | 'discard'>;
}

/**
 * @param name that it will have
 * @param waits whether a later job may go on with it: then it stays
 */
export function halfFile(db: ReadableDb, name: string, places: Places, waits: () => boolean): HalfFile {
  const folder = evidenceFolder(db.path);
  const [part, whole] = [join(folder, partOf(name)), join(folder, name)];
  const remove = (...files: readonly string[]): void => {
    // What waits may have its whole name already: `tidyJobs` gives it the other one back.
    if (waits()) return;
    for (const file of files) removeQuietly(file);
    removeIfEmpty(folder);
    places.drop();
  };
  return {
    part,
    clear: () => remove(part),
    ends: {
      giveName() {
        places.announce();
        nameWhole(part, whole);
      },
      recorded: () => places.drop(),
      discard() {
        if (!mayBeRecorded(db, name)) remove(whole, part);
      },
    },
  };
}
