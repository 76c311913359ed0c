import { textField } from '../../domain/entry.ts';
import type { Happened, Situation } from '../../domain/plan/deadlines.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind, standingUnder } from '../../store/queries/standing.ts';
import { zoneOf } from '../case-facts.ts';
import { happenedAt } from '../happened-at.ts';
import { entryWithId } from '../read-entry.ts';
import { standingIn } from '../standing-in.ts';

/** What the record says of everything that starts or ends a deadline. */
export function situationOf(db: ReadableDb): Situation {
  const zones = standingIn(db, 'fact/zone').flatMap((entry) => textField(entry, 'value') ?? []);
  return {
    detected: instantsOf(db, 'detected'),
    suspected: instantsOf(db, 'suspected'),
    ended: endOf(db),
    ...noticesOf(db),
    needed: neededOf(db),
    approved: approvalOf(db),
    zones: zones.length === 0 ? [zoneOf(db)] : zones,
  };
}

/** The values of a fact that are instants; `no` is none. */
function instantsOf(db: ReadableDb, name: string): Happened[] {
  return standingIn(db, `fact/${name}`).flatMap((entry) => {
    const at = Date.parse(textField(entry, 'value') ?? '');
    return Number.isNaN(at) ? [] : [{ entry: entry.id, at }];
  });
}

/** While one copy says that it has not ended, it has not. */
function endOf(db: ReadableDb): Happened[] {
  const ends = instantsOf(db, 'ended');
  return ends.length === standingIn(db, 'fact/ended').length ? ends : [];
}

/** The first approval after the end: a later one, of a review that was changed, does not make it late. */
function approvalOf(db: ReadableDb): Happened | null {
  const ends = endOf(db).map(({ at }) => at);
  if (ends.length === 0) return null;
  const approvals = aboutOfKind(db, 'review-approval')
    .map(({ entry }) => ({ entry, at: happenedAt(entryWithId(db, entry)) }))
    .filter(({ at }) => at >= Math.min(...ends))
    .toSorted((a, b) => a.at - b.at);
  return approvals[0] ?? null;
}

function noticesOf(db: ReadableDb): Pick<Situation, 'sent' | 'declined'> {
  const [sent, declined] = [new Map<string, Happened>(), new Map<string, Happened>()];
  for (const { slot, entry: id } of standingUnder(db, 'notice/')) {
    const entry = entryWithId(db, id);
    const into = textField(entry, 'event') === 'sent' ? sent : declined;
    into.set(slot.slice('notice/'.length), { entry: id, at: happenedAt(entry) });
  }
  return { sent, declined };
}

/** One copy that says so is enough: its clock runs. */
function neededOf(db: ReadableDb): Set<string> {
  const rows = standingUnder(db, 'notice-needed/');
  return new Set(
    rows
      .filter(({ entry }) => textField(entryWithId(db, entry), 'event') === 'needed')
      .map(({ slot }) => slot.slice('notice-needed/'.length)),
  );
}
