import { type Entry, objectField, textField } from '../../domain/entry.ts';
import { type Deadline, byUrgency, deadlinesIn, stateAt } from '../../domain/plan/deadlines.ts';
import { utcIso } from '../../domain/brands.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { happenedAt } from '../happened-at.ts';
import { entryWithId } from '../read-entry.ts';
import { planOfCase } from './plan-of-case.ts';
import { situationOf } from './situation.ts';

/**
 * All deadlines of a case that run or ran, what is late first: those of its plan, and its own.
 * @param now ms since 1970 UTC
 */
export function deadlinesOfCase(db: ReadableDb, now: number): Deadline[] {
  const ofPlan = deadlinesIn(planOfCase(db).plan, situationOf(db), now);
  return [...ofPlan, ...ownDeadlines(db, now)].toSorted(byUrgency);
}

/** Where two copies set one differently, the earlier counts. */
function ownDeadlines(db: ReadableDb, now: number): Deadline[] {
  const byId = Map.groupBy(standingUnder(db, 'deadline/'), ({ slot }) => slot);
  return [...byId].flatMap(([slot, rows]) => {
    const all = rows.flatMap(({ entry }) => ownDeadline(slot, entryWithId(db, entry), now) ?? []);
    return all.toSorted(byUrgency).slice(0, 1);
  });
}

function ownDeadline(slot: string, entry: Entry, now: number): Deadline | null {
  const utc = objectField(entry, 'due')?.['utc'];
  if (typeof utc !== 'string') return null;
  const due = Date.parse(utc);
  const said = textField(entry, 'state');
  const met = said === 'met' ? (happenedAt(entry) > due ? 'met-late' : 'met') : null;
  return {
    id: slot.slice('deadline/'.length),
    title: textField(entry, 'title') ?? 'withheld',
    due: utcIso(due),
    state: said === 'void' ? 'void' : (met ?? stateAt(due, now)),
    startedBy: entry.id,
    started: entry.header.recorded,
    recipient: null,
    own: true,
    metBy: said === 'running' ? null : entry.id,
  };
}
