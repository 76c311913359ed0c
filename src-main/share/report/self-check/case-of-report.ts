import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../../casework/node-crypto.ts';
import { fromHex } from '../../../domain/bytes.ts';
import { PROJECTION_VERSION, rowsOf } from '../../../domain/projection/rows.ts';
import { passingKey } from '../../../store/case-key.ts';
import { beginCaseFile } from '../../../store/create-case.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { insertEntry, insertField, moveTips } from '../../../store/queries/entry.ts';
import { setLocal } from '../../../store/queries/local.ts';
import { insertProjected } from '../../../store/queries/projection.ts';
import { insertStanding } from '../../../store/queries/standing.ts';
import type { ReportCheck } from './check-report.ts';
import { carriedEntry } from './raw-entries.ts';
import type { ReportRecord } from './report-record.ts';

/** Entries written in one slice. */
const SLICE = 100;

/**
 * The case that a report was written from, as far as the report carries it, for as long as the pages are made again:
 * encrypted, under a key that is thrown away.
 * @param checked what a check found; only a record without a fault can be made a case
 * @param pause called between slices; throws to cancel
 */
export async function caseOfReport(
  { rows }: ReportRecord,
  { order, standing }: Pick<ReportCheck, 'order' | 'standing'>,
  pause: () => Promise<void>,
): Promise<{ readonly db: ReadableDb; readonly remove: () => void }> {
  const numbers = new Map<string, number>(order.map(({ id }, i) => [id, i + 1]));
  const target = beginCaseFile(join(tmpdir(), `holdfast-${randomUUID()}`), passingKey());
  const { db } = target;
  try {
    setLocal(db, 'projection-version', String(PROJECTION_VERSION));
    for (let at = 0; at < rows.length; at += SLICE) {
      db.transaction(() => {
        for (const [i, row] of rows.slice(at, at + SLICE).entries()) {
          const { raw, entry } = carriedEntry(row, at + i + 1, sha256);
          if (entry === null) continue;
          insertEntry(db, raw);
          for (const [name, salt, value, digest] of raw.fields) {
            insertField(db, { entry: raw.hash, name, salt, value, digest });
          }
          moveTips(
            db,
            entry.header.parents.map((parent) => fromHex(parent)),
            raw.hash,
          );
          for (const projected of rowsOf(entry, numbers.get(entry.id) ?? 0)) insertProjected(db, projected);
        }
      });
      await pause();
    }
    db.transaction(() =>
      insertStanding(db, {
        present: [...standing.present].flatMap(([slot, all]) => all.map((number) => ({ slot, number }))),
        branches: [...standing.branches].map(([number, followers]) => ({
          number,
          entry: order[number - 1]?.id ?? '',
          followed_by: followers,
        })),
      }),
    );
    return { db, remove: () => target.abandon() };
  } catch (error) {
    target.abandon();
    throw error;
  }
}
