import { hex } from '../../domain/bytes.ts';
import { entryIdOf } from '../../domain/entry-hash.ts';
import { CaseError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { endArrivals, withLargeCache } from '../../store/queries/arrival.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import { localValue } from '../../store/queries/local.ts';
import { type QuarantineRow, quarantinedHashes } from '../../store/queries/quarantine.ts';
import { withheldRows } from '../../store/queries/withheld.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import type { Withholding } from '../record/checked-text.ts';
import { rawEntries } from '../record/raw-entries.ts';
import { type Gathered, gather } from './gather.ts';
import { asWaiting } from './as-waiting.ts';
import { makeNumbersReady } from './make-numbers-ready.ts';
import { type Pause, type Staged, stageEntries } from './stage.ts';
import { take } from './take.ts';
import type { United } from './unite.ts';
import type { SeriesOfBoth } from './uniting.ts';
import { type Uniter, uniterFor } from './uniter.ts';

export interface Both {
  readonly host: EngineHost;
  readonly db: ReadableDb;
  /** The other record; it must not change meanwhile. */
  readonly other: ReadableDb;
  readonly job: Pick<Job, 'check' | 'progress'>;
}

export interface MergeParts extends Both {
  readonly db: WritableDb;
  /** Holds up writers while the last entries are given their place. */
  readonly hold: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Both records as they are now, checked entry by entry. */
export interface Looked {
  readonly united: United;
  readonly uniter: Uniter;
  /** The last row of this record that was looked at. */
  readonly last: number;
  readonly withholdings: readonly Withholding[];
  readonly waiting: readonly string[];
  /** Whether the other side is a record by itself. */
  readonly whole: boolean;
  readonly series: SeriesOfBoth;
}

/**
 * Looks at two records of one case as one, and changes nothing. The other one is checked as a whole: hashes,
 * signatures, fields, and how its entries hang together.
 * @param meanwhile other work, done while a single thread looks at both
 */
export async function lookAtBoth(
  { host, db, other, job }: Both,
  meanwhile: (withholdings: readonly Withholding[]) => Promise<void> = async () => Promise.resolve(),
): Promise<Looked> {
  const uniter = uniterFor(host, lastSeq(db) + lastSeq(other));
  try {
    const withholdings: Withholding[] = [];
    const there = await gather(
      other,
      host,
      job,
      { from: 0, beside: 'nothing', signatures: true },
      async (batch) => {
        withholdings.push(...batch.withholdings);
        await uniter.add('there', batch.entries);
      },
    );
    const here = await gatherHere({ host, db, job }, uniter, 0);
    const waiting = quarantinedHashes(db).map((hash) => hex(hash));
    const series = { here: seriesOf(db), there: seriesOf(other) };
    const found = [...there.problems, ...here.problems];
    const [united] = await Promise.all([
      uniter.unite(waiting, true, series),
      found.length === 0 ? meanwhile(withholdings) : null,
    ]);
    const problems = [...found, ...united.problems];
    return {
      united: { ...united, problems },
      uniter,
      last: here.last,
      withholdings,
      waiting,
      whole: true,
      series,
    };
  } catch (error) {
    uniter.end();
    throw error;
  }
}

/** Letters of a file's exhibit numbers; null in an original. */
export const seriesOf = (db: ReadableDb): string | null => localValue(db, 'series') ?? null;

/** Checks the entries of the own file after a row, and hands them on. */
export const gatherHere = async (
  { host, db, job }: Omit<Both, 'other'>,
  uniter: Uniter,
  from: number,
): Promise<Gathered> =>
  gather(db, host, job, { from, beside: 'numbers', signatures: false }, async (batch) =>
    uniter.add('here', batch.entries),
  );

/**
 * Takes the entries of another record in (FORMAT.md §7.3), all or none. Nothing changes where either record has a
 * fault. No entry is written: the next one names all tips.
 */
export async function mergeRecords(parts: MergeParts, log: { at: string; path: string }): Promise<United> {
  const { db, other, job } = parts;
  const pause = pauseOf(job);
  let staged: Staged = new Map();
  try {
    const looked = await lookAtBoth(parts, async (withholdings) => {
      staged = await stageEntries(db, rawEntries(other, 'nothing'), withheldIn(db, withholdings), pause);
    });
    try {
      const { problems, accepted, forks, followers } = looked.united;
      const nothing = accepted.length + forks.length + followers.length === 0;
      if (problems.length > 0 || nothing) return looked.united;
      const waiting = await asWaiting(other, looked.united, log, pause);
      return await takeStaged({ ...parts, pause }, looked, staged, waiting, log);
    } finally {
      looked.uniter.end();
    }
  } finally {
    endArrivals(db);
  }
}

/**
 * The next entry has to name every end. This side's own are joined by a note; another file with that many is none that a
 * person made.
 * @throws CaseError `too-many-ends`
 */
function refuseManyEnds(ends: number, path: string): void {
  if (ends <= LIMITS.parents) return;
  throw new CaseError('too-many-ends', {
    what: `Together with ${path} the record`,
    ends,
    limit: LIMITS.parents,
    remedy: 'Write a note in this file, which joins its own ends, and merge again. Nothing was changed.',
  });
}

/** Lets notes that came meanwhile be written before the next slice; throws to cancel. */
const pauseOf =
  (job: Pick<Job, 'check'>): Pause =>
  async () => {
    await new Promise<void>((resume) => setImmediate(resume));
    job.check();
  };

/** `entry/digest` of every field that is withheld here, or by an entry that comes in. */
export const withheldIn = (db: ReadableDb, withholdings: readonly Withholding[]): ReadonlySet<string> =>
  new Set([
    ...withheldRows(db).map(({ entry, digest }) => `${entryIdOf(entry)}/${hex(digest)}`),
    ...withholdings.map(({ entry, digest }) => `${entry}/${digest}`),
  ]);

/** What takes entries in, wherever they come from. */
export interface TakeParts extends Omit<MergeParts, 'other'> {
  readonly pause: Pause;
}

/**
 * Takes the accepted entries in, in one transaction.
 * @param staged what was made ready: at least these
 * @param waiting those that have to wait
 * @throws CaseError `too-many-ends`
 */
export async function takeStaged(
  parts: TakeParts,
  looked: Looked,
  staged: Staged,
  waiting: readonly QuarantineRow[],
  log: { readonly at: string; readonly path: string },
): Promise<United> {
  const { db, pause, hold } = parts;
  let { united, last } = looked;
  refuseManyEnds(united.tips.length, log.path);
  const finish = (): boolean => {
    if (lastSeq(db) !== last) return false;
    const taken = new Set(united.accepted);
    const withholdings = looked.withholdings.filter(({ by }) => taken.has(by));
    const counts = { entries: taken.size, waiting: waiting.length };
    withLargeCache(db, () =>
      db.transaction(() => take(db, { united, withholdings, waiting, log: { ...log, ...counts } })),
    );
    return true;
  };
  await makeNumbersReady(db, staged, united, pause);
  if (finish()) return united;
  // Entries were written meanwhile.
  const catchUp = async (letThrough: Pause): Promise<void> => {
    const more = await gatherHere(parts, looked.uniter, last);
    last = more.last;
    const before = united;
    united = await looked.uniter.unite(looked.waiting, looked.whole, looked.series);
    if (united.problems.length === 0) await makeNumbersReady(db, staged, united, letThrough, before);
  };
  // First while others go on to come, so that few are left to be given their place while writers wait.
  await catchUp(pause);
  return hold(async () => {
    if (united.problems.length > 0 || finish()) return united;
    await catchUp(async () => Promise.resolve());
    if (united.problems.length === 0) finish();
    return united;
  });
}
