import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECTION_VERSION } from '../domain/projection/rows.ts';
import { type Placed, standing as standingIn } from '../domain/projection/standing.ts';
import { passingKey } from '../store/case-key.ts';
import { beginCaseFile } from '../store/create-case.ts';
import type { ReadableDb } from '../store/db.ts';
import { admittedRows, insertAdmitted } from '../store/queries/admitted.ts';
import { entriesAfter, lastSeq } from '../store/queries/entry.ts';
import { localValue, setLocal } from '../store/queries/local.ts';
import { branchRows, insertStanding, presentRows } from '../store/queries/standing.ts';
import { insertWithheld, withheldRows } from '../store/queries/withheld.ts';
import { copyEntry, slotsOf, takesSlot } from './copy-entry.ts';
import type { Redaction } from './redaction.ts';

/** A case without what is left out of it: whatever reads it cannot know that. */
export interface RedactedCase {
  readonly db: ReadableDb;
  /** Fields that are left out, and entries that have such. */
  readonly leftOut: number;
  readonly entries: number;
  /** Removes it; its key was never anywhere but in memory. */
  remove(): void;
}

/** Entries copied in one slice. */
const SLICE = 100;

/**
 * Makes a case file without some fields, for as long as something is written from it: encrypted, under a key that is
 * thrown away. Nothing that is written from it can say what it does not hold.
 * @param pause called between slices; throws to cancel
 */
export async function redactedCase(
  source: ReadableDb,
  redaction: Redaction,
  pause: () => Promise<void>,
): Promise<RedactedCase> {
  const last = lastSeq(source);
  const stands = { present: presentRows(source), branches: branchRows(source) };
  const target = beginCaseFile(join(tmpdir(), `holdfast-${randomUUID()}`), passingKey());
  try {
    target.db.transaction(() => {
      const series = localValue(source, 'series');
      if (series !== undefined) setLocal(target.db, 'series', series);
      setLocal(target.db, 'projection-version', String(PROJECTION_VERSION));
      for (const row of withheldRows(source)) insertWithheld(target.db, row);
      for (const row of admittedRows(source)) insertAdmitted(target.db, row);
    });
    const standing = Map.groupBy(stands.present, ({ number }) => number);
    const present: ReturnType<typeof presentRows> = [];
    const order: Placed[] = [];
    let [leftOut, entries] = [0, 0];
    for (let after = 0; after < last;) {
      const rows = entriesAfter(source, after, SLICE).filter(({ seq }) => seq <= last);
      target.db.transaction(() => {
        for (const row of rows) {
          const { entry, number, gone } = copyEntry(source, target.db, row, redaction);
          const still = (standing.get(number) ?? []).filter(({ slot }) => takesSlot(entry, slot));
          present.push(...still);
          order[number - 1] = { id: entry.id, parents: entry.header.parents, slots: slotsOf(entry) };
          leftOut += gone;
          if (gone > 0) entries += 1;
        }
      });
      after = rows.at(-1)?.seq ?? last;
      await pause();
    }
    const stand = redaction.what === 'chosen' ? presentIn(order) : present;
    target.db.transaction(() => insertStanding(target.db, { ...stands, present: stand }));
    return { db: target.db, leftOut, entries, remove: () => target.abandon() };
  } catch (error) {
    target.abandon();
    throw error;
  }
}

/** Where one of several statements lost its slot, an earlier one stands again; where all lost it, none does. */
const presentIn = (order: readonly Placed[]): ReturnType<typeof presentRows> =>
  [...standingIn(order).present].flatMap(([slot, numbers]) => numbers.map((number) => ({ slot, number })));
