import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import { hex } from '../../domain/bytes.ts';
import { endArrivals } from '../../store/queries/arrival.ts';
import { quarantinedHashes } from '../../store/queries/quarantine.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import { checkBatch } from '../../domain/record/check-batch.ts';
import { textOf, withholdingsIn } from '../record/checked-text.ts';
import { type TakeParts, gatherHere, seriesOf, takeStaged, withheldIn } from './merge.ts';
import { stageEntries } from './stage.ts';
import type { United } from './unite.ts';
import { uniterFor } from './uniter.ts';
import { type WaitingFork, asRaw } from './waiting.ts';

/**
 * Takes in what waited, after an entry of the record has admitted it: both sides of the fork are part of the record
 * from then on.
 */
export async function takeWaiting(
  parts: TakeParts,
  fork: WaitingFork,
  log: { readonly at: string; readonly path: string },
): Promise<United> {
  const { host, db } = parts;
  const raws = fork.rows.map((row, i) => asRaw(row, i + 1));
  const { entries, problems } = checkBatch(raws, sha256, await signatureChecker());
  const uniter = uniterFor(host, lastSeq(db) + raws.length);
  try {
    const { last } = await gatherHere(parts, uniter, 0);
    await uniter.add('there', textOf(entries));
    const series = { here: seriesOf(db), there: null };
    const own = new Set(entries.map(({ id }) => id));
    const waiting = quarantinedHashes(db)
      .map((hash) => hex(hash))
      .filter((id) => !own.has(id));
    const united = await uniter.unite(waiting, false, series);
    if (problems.length + united.problems.length > 0) {
      return { ...united, problems: [...problems, ...united.problems] };
    }
    const withholdings = withholdingsIn(entries);
    const staged = await stageEntries(db, [raws], withheldIn(db, withholdings), parts.pause);
    const looked = { united, uniter, last, withholdings, waiting, whole: false, series };
    return await takeStaged(parts, looked, staged, [], log);
  } finally {
    endArrivals(db);
    uniter.end();
  }
}
