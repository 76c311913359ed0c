import type { Retention } from '../domain/retention/retention-of.ts';
import { namesIn } from '../casework/names.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { type ExhibitRow, exhibits } from '../store/queries/exhibit.ts';
import { type CustodyEventView, custodyOf } from './custody-events.ts';
import { exhibitView } from './exhibit-view.ts';
import { type HoldState, holdOf } from './hold.ts';
import { exhibitRetention, type RetentionGround, retentionGround } from './retention.ts';

/** What may be released when, what is on hold, and what is undecided and why; one line for each exhibit. */
export function retentionList(db: ReadableDb, nowMs: number) {
  const ground = retentionGround(db);
  const names = namesIn(db);
  return exhibits(db).map((row) => {
    const custody = custodyOf(db, row.entry);
    return retentionItem(db, row, exhibitView(db, row, custody, ground, names), custody, ground, nowMs);
  });
}

/** The same of one exhibit that was looked up already. */
export function retentionItem(
  db: ReadableDb,
  row: ExhibitRow,
  view: ReturnType<typeof exhibitView>,
  custody: readonly CustodyEventView[],
  ground: RetentionGround,
  nowMs: number,
) {
  const retention = exhibitRetention(db, entryWithId(db, row.entry), ground);
  const hold = holdOf(db, row.entry);
  const disposed = custody.some(({ event }) => event === 'disposed');
  const state = stateOf(disposed, hold, retention, nowMs);
  return {
    exhibit: view.exhibit,
    title: view.title,
    type: view.type,
    collected: view.collected,
    from: retention.from,
    rules: retention.rules.map((rule) => ({ ...rule })),
    retainUntil: retention.until,
    hold: hold.on,
    holdWhy: [...hold.why],
    state,
    says: sayingOf(state, hold, retention),
  };
}

type State = 'on-hold' | 'undecided' | 'kept' | 'may-be-released' | 'disposed';

function stateOf(disposed: boolean, hold: HoldState, { until }: Retention, nowMs: number): State {
  if (disposed) return 'disposed';
  if (hold.on) return 'on-hold';
  if (until === null) return 'undecided';
  return nowMs <= Date.parse(until) ? 'kept' : 'may-be-released';
}

function sayingOf(state: State, hold: HoldState, { until, rules, undecided }: Retention): string {
  const rule = rules.filter((candidate) => candidate.until === until).at(-1)?.name ?? '';
  switch (state) {
    case 'disposed':
      return hold.on
        ? 'Disposed of, although another copy of the record put it on hold.'
        : 'Disposed of; its entry, hashes and custody stay.';
    case 'on-hold':
      return `On hold${hold.why.length === 0 ? '' : `: ${hold.why.join('; ')}`}${hold.conflict ? ' (the copies of this record disagree; the hold counts)' : ''}.`;
    case 'undecided':
      return `Not decided: the time does not run, because ${undecided ?? ''}.`;
    case 'kept':
      return `To be kept (${rule}).`;
    case 'may-be-released':
      return `May be released; nothing is ever deleted by itself.`;
  }
}
