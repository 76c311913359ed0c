import { hex } from '../../domain/bytes.ts';
import { type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import type { Standing } from '../../domain/projection/standing.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import type { ReadableDb } from '../../store/db.ts';
import { fieldsUpTo, foreignFields } from '../../store/queries/check.ts';
import { lastSeq, tips } from '../../store/queries/entry.ts';
import { localValue } from '../../store/queries/local.ts';
import { projectedOutside } from '../../store/queries/projection.ts';
import { branchRows, presentRows } from '../../store/queries/standing.ts';
import type { EngineHost } from '../host.ts';
import { inSlices } from '../in-slices.ts';
import type { Job } from '../jobs.ts';
import { type Checkers, checkersFor } from './checkers.ts';
import type { Whole } from './hang-together.ts';
import { joinerFor } from './joiner.ts';
import { readBatches } from './read-batches.ts';
import type { PackedBatch } from './unpack.ts';

export interface RecordReport {
  readonly entries: number;
  readonly fields: number;
  readonly rows: number;
  readonly problems: readonly RecordProblem[];
  /** Hashes of entries that no other follows, ascending. */
  readonly tips: readonly string[];
  /** SHA-256 over the rows of all views in order, hex: equal for equal sets of entries. */
  readonly projection: string;
  readonly witnessed: Whole['witnessed'];
  /** Fields that this copy was made without. */
  readonly absent: number;
}

/**
 * Checks every entry and how they hang together. The work is done in threads; the database is read here in short
 * slices, so that notes are written meanwhile.
 * @param meanwhile `other` work, done while a single thread looks at how the entries hang together
 */
export async function checkRecord<Other>(
  db: ReadableDb,
  host: EngineHost,
  job: Job,
  views: boolean,
  meanwhile: () => Promise<Other>,
): Promise<RecordReport & { readonly other: Other }> {
  const expected = lastSeq(db);
  const batches = readBatches(db, views ? 'views' : 'nothing');
  const problems: RecordProblem[] = [];
  let [entries, fields, rows, next, last] = [0, 0, 0, 0, 0];
  const checkers = checkersFor(host, expected, true);
  const joiner = joinerFor(host, expected);
  try {
    await Promise.all(checkers.lanes.map((check) => lane(check)));
    const [whole, other, stored] = await Promise.all([
      // Of changed tables only `entry` and `field` are read (cli.md).
      joiner.whole(views, views ? (localValue(db, 'series') ?? null) : null),
      meanwhile(),
      inSlices(fieldsUpTo(db, last)),
    ]);
    problems.push(...whole.problems);
    // Each row belongs to one entry at most: where as many were read as there are, none is left.
    const same = stored === fields;
    const foreign = same ? 0 : await inSlices(foreignFields(db));
    if (foreign > 0) problems.push(recordProblem('field-foreign', { place: `${foreign} rows` }));
    // Where entries were written since the last was read, the check of the next moment looks at the end.
    if (views && lastSeq(db) === last) {
      problems.push(
        ...endProblems(db, whole.tips),
        ...outside(db, entries),
        ...standingProblems(db, whole.standing),
      );
    }
    return {
      entries,
      fields,
      rows,
      problems,
      tips: whole.tips,
      projection: whole.projection,
      witnessed: whole.witnessed,
      absent: whole.absent,
      other,
    };
  } finally {
    checkers.end();
    joiner.end();
  }

  async function lane(check: Checkers['lanes'][number]): Promise<void> {
    for (;;) {
      await job.turn();
      const { value: batch } = batches.next() as { value: PackedBatch | undefined };
      if (batch === undefined) return;
      const place = next;
      next += 1;
      ({ last } = batch);
      const result = await check(batch);
      await joiner.add(place, result.entries);
      problems.push(...result.problems);
      entries += result.count;
      fields += result.fields;
      rows += result.rows;
      job.progress({ item: 'entries', unit: 'rows', done: entries, total: Math.max(entries, expected) });
    }
  }
}

/** What the next entry would follow. */
function endProblems(db: ReadableDb, ends: readonly string[]): RecordProblem[] {
  const problems: RecordProblem[] = [];
  const kept = new Set(tips(db).map((tip) => hex(tip)));
  for (const end of ends) {
    if (!kept.delete(end)) problems.push(recordProblem('projection-wrong', { table: 'tip', entry: end }));
  }
  for (const other of kept) {
    problems.push(recordProblem('projection-foreign', { table: 'tip', place: `entry ${other.slice(0, 8)}` }));
  }
  return problems;
}

/** Rows whose number no entry has. */
function outside(db: ReadableDb, entries: number): RecordProblem[] {
  return (Object.keys(projectionTables) as ProjectionTable[]).flatMap((table) => {
    const count = projectedOutside(db, table, entries);
    return count > 0 ? [recordProblem('projection-foreign', { table, place: `${count} rows` })] : [];
  });
}

/** The two views that depend on how entries hang together, against the ones that the entries give. */
function standingProblems(db: ReadableDb, { present, branches }: Standing): RecordProblem[] {
  const found = {
    present: presentRows(db).map(({ slot, number }) => `${slot} ${number}`),
    branch: branchRows(db).map(({ number, followed_by }) => `${number} ${followed_by}`),
  };
  const wanted = {
    present: [...present].flatMap(([slot, numbers]) => numbers.map((number) => `${slot} ${number}`)),
    branch: [...branches].map(([number, followers]) => `${number} ${followers}`),
  };
  return (['present', 'branch'] as const).flatMap((table) => {
    const left = new Set(found[table]);
    const lacking = wanted[table].filter((row) => !left.delete(row));
    return [
      ...lacking.map((place) => recordProblem('projection-missing', { table, place })),
      ...[...left].map((place) => recordProblem('projection-foreign', { table, place })),
    ];
  });
}
