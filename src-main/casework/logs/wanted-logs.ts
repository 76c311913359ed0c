import { utcIso } from '../../domain/brands.ts';
import { type Entry, listField, textField } from '../../domain/entry.ts';
import { type LogGap, missingOfLog } from '../../domain/still-missing.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { exhibitLabels } from '../exhibit-labels.ts';
import { happenedAt } from '../happened-at.ts';
import { type Names, type SignedBy, namesIn } from '../names.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { entryWithId } from '../read-entry.ts';
import { type Reading, readingsOf } from './coverage-statements.ts';

/** That a log was read, and what that gave. */
export interface LogReview {
  readonly entry: string;
  readonly by: string;
  readonly result: string;
  /** UTC. */
  readonly at: string;
  readonly author: SignedBy;
}

export interface WantedLog {
  readonly id: string;
  readonly title: string;
  readonly host: string | null;
  /** Added in this case. */
  readonly added: boolean;
  readonly state: 'wanted' | 'downloaded' | 'reviewed' | 'not-available';
  /** Why it is not to be had. */
  readonly why: string | null;
  /** Labels of the exhibits that hold it. */
  readonly exhibits: string[];
  /** Everybody who read it, also only a part of its time, the earliest first. */
  readonly reviews: LogReview[];
  readonly missing: LogGap[];
}

/** Logs that are wanted: those of the plan, then those of one's own, each with what became of it. */
export function wantedLogs(db: ReadableDb, names: Names = namesIn(db)): WantedLog[] {
  const stands = standingLogs(db);
  const readings = Map.groupBy(readingsOf(db, names), ({ log }) => log ?? '');
  const ofPlan = planOfCase(db).plan.logs.map(({ id, title }) => ({ id, title, added: false }));
  const known = new Set(ofPlan.map(({ id }) => id));
  const own = [...(stands.get('wanted') ?? [])].flatMap(([id, entries]) =>
    known.has(id) ? [] : [{ id, title: textField(entries[0], 'title') ?? 'withheld', added: true }],
  );
  return [...ofPlan, ...own].map((log) => logView(db, log, stands, readings.get(log.id) ?? [], names));
}

type Standing = ReadonlyMap<string, ReadonlyMap<string, readonly [Entry, ...Entry[]]>>;

/** By what they say (`wanted`, `downloaded`, `reviewed`), then by log. */
function standingLogs(db: ReadableDb): Standing {
  const all = new Map<string, Map<string, [Entry, ...Entry[]]>>();
  // By number, so that logs of one's own stand in the order in which they were added.
  for (const { slot, entry: id } of standingUnder(db, 'wanted-log/').toSorted(
    (a, b) => a.number - b.number,
  )) {
    const [, what = '', ...rest] = slot.split('/');
    const log = rest.join('/');
    const logs = all.get(what) ?? new Map<string, [Entry, ...Entry[]]>();
    const entry = entryWithId(db, id);
    const some = logs.get(log);
    if (some === undefined) logs.set(log, [entry]);
    else some.push(entry);
    all.set(what, logs);
  }
  return all;
}

function logView(
  db: ReadableDb,
  log: Pick<WantedLog, 'id' | 'title' | 'added'>,
  stands: Standing,
  readings: readonly Reading[],
  names: Names,
): WantedLog {
  const said = (what: string): readonly Entry[] => stands.get(what)?.get(log.id) ?? [];
  const wanted = said('wanted').at(-1);
  // While one copy wants it, it is wanted.
  const available = !(
    said('wanted').length > 0 &&
    said('wanted').every((entry) => textField(entry, 'event') === 'not-available')
  );
  const exhibits = exhibitLabels(
    db,
    said('downloaded').flatMap((entry) => listField(entry, 'evidence')),
  );
  const reviews = [
    ...said('reviewed').map((entry) => reviewOf(entry, names)),
    ...readings.map(({ entry, by, finding, at, author }) => ({
      entry,
      by,
      result: finding ?? 'nothing',
      at,
      author,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const reviewed = reviews.length > 0;
  return {
    ...log,
    host: wanted === undefined ? null : (textField(wanted, 'host') ?? null),
    state: !available
      ? 'not-available'
      : reviewed
        ? 'reviewed'
        : exhibits.length > 0
          ? 'downloaded'
          : 'wanted',
    why: wanted === undefined || available ? null : (textField(wanted, 'why') ?? null),
    exhibits,
    reviews,
    missing: [
      ...missingOfLog({
        available,
        downloaded: exhibits.length > 0,
        reviewed,
        covered: readings.length > 0,
      }),
    ],
  };
}

function reviewOf(entry: Entry, names: Names): LogReview {
  const author = names.signedBy(entry.header);
  return {
    entry: entry.id,
    by: textField(entry, 'by') ?? author.name,
    result: textField(entry, 'result') ?? 'withheld',
    at: utcIso(happenedAt(entry)),
    author,
  };
}
