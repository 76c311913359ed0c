import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECTION_VERSION } from '../domain/projection/rows.ts';
import { type Placed, standing as standingIn } from '../domain/projection/standing.ts';
import type { RawEntry } from '../domain/record/check-batch.ts';
import { passingKey } from '../store/case-key.ts';
import { beginCaseFile } from '../store/create-case.ts';
import type { ReadableDb } from '../store/db.ts';
import { admittedRows, insertAdmitted } from '../store/queries/admitted.ts';
import { lastSeq, replaceTips } from '../store/queries/entry.ts';
import { localValue, setLocal } from '../store/queries/local.ts';
import { branchRows, insertStanding, presentRows } from '../store/queries/standing.ts';
import { insertWithheld, withheldRows } from '../store/queries/withheld.ts';
import { copyEntry, slotsOf } from './copy-entry.ts';
import { RecordEnds } from './record-ends.ts';
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

/**
 * Makes a case file without some fields, for as long as something is written from it: encrypted, under a key that is
 * thrown away. Nothing that is written from it can say what it does not hold.
 * @param entriesTo reads the entries of the source with their numbers, up to a row of it, in slices
 * @param pause called between slices; throws to cancel
 */
export async function redactedCase(
  source: ReadableDb,
  entriesTo: (last: number) => Iterable<readonly RawEntry[]>,
  redaction: Redaction,
  pause: () => Promise<void>,
): Promise<RedactedCase> {
  const stands = { present: presentRows(source), branches: branchRows(source) };
  const target = beginCaseFile(join(tmpdir(), `holdfast-${randomUUID()}`), passingKey());
  const { db } = target;
  try {
    const series = localValue(source, 'series');
    if (series !== undefined) setLocal(db, 'series', series);
    setLocal(db, 'projection-version', String(PROJECTION_VERSION));
    for (const row of withheldRows(source)) insertWithheld(db, row);
    for (const row of admittedRows(source)) insertAdmitted(db, row);
    const standing = Map.groupBy(stands.present, ({ number }) => number);
    const present: ReturnType<typeof presentRows> = [];
    const order: Placed[] = [];
    const ends = new RecordEnds();
    let [leftOut, entries] = [0, 0];
    for (const raws of entriesTo(lastSeq(source))) {
      for (const raw of raws) {
        const { entry, number, gone } = copyEntry(source, db, raw, redaction);
        const slots = slotsOf(entry);
        present.push(...(standing.get(number) ?? []).filter(({ slot }) => slots.includes(slot)));
        order[number - 1] = { id: entry.id, parents: entry.header.parents, slots };
        ends.take(entry);
        leftOut += gone;
        if (gone > 0) entries += 1;
      }
      await pause();
    }
    replaceTips(db, ends.hashes());
    const stand = redaction.what === 'chosen' ? presentIn(order) : present;
    insertStanding(db, { ...stands, present: stand });
    return { db, leftOut, entries, remove: () => target.abandon() };
  } catch (error) {
    target.abandon();
    throw error;
  }
}

/** Where one of several statements lost its slot, an earlier one stands again; where all lost it, none does. */
const presentIn = (order: readonly Placed[]): ReturnType<typeof presentRows> =>
  [...standingIn(order).present].flatMap(([slot, numbers]) => numbers.map((number) => ({ slot, number })));
