import { utcIso } from '../../domain/brands.ts';
import { type Entry, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { dueState } from '../../domain/preparation/due-state.ts';
import { slugOf } from '../../domain/preparation/slug.ts';
import { lastOfDay } from '../../domain/time/zone.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { append, step } from '../append.ts';
import { entryWithId } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { defencesOf } from './defences.ts';
import { type Given, meant, saidAnew } from './said-anew.ts';

/** What a scan found. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  /** Id of the defence that it came from; empty where that was not said. */
  readonly defence: string;
  readonly owner: string;
  /** UTC. */
  readonly due: string | null;
  readonly state: 'open' | 'fixed' | 'accepted';
  readonly why: string;
  /** Open, and its time is over. */
  readonly late: boolean;
  /** When this was said, UTC. */
  readonly since: string;
}

/** Open ones first, the nearest date on top. */
export function findingsOf(db: ReadableDb, now: number): Finding[] {
  const bySlot = Map.groupBy(standingUnder(db, 'finding/'), ({ slot }) => slot);
  const all = [...bySlot.values()].flatMap((rows) => {
    const row = rows.at(-1);
    if (row === undefined) return [];
    const entry = entryWithId(db, row.entry);
    const text = (name: string): string => textField(entry, name) ?? '';
    const state = stateIn(text('state'));
    const due = textField(entry, 'due') ?? null;
    return [
      {
        id: text('finding'),
        title: textField(entry, 'title') ?? '“withheld”',
        defence: text('defence'),
        owner: text('owner'),
        due,
        state,
        why: text('why'),
        late: state === 'open' && dueState(due, now) === 'overdue',
        since: entry.header.recorded,
      },
    ];
  });
  return all.toSorted(
    (a, b) =>
      Number(a.state !== 'open') - Number(b.state !== 'open') ||
      (a.due ?? '9').localeCompare(b.due ?? '9') ||
      a.since.localeCompare(b.since),
  );
}

const stateIn = (text: string): Finding['state'] => (text === 'fixed' || text === 'accepted' ? text : 'open');

export interface NewFinding {
  /** Id or title of one that is there, or the title of a new one. */
  readonly finding: string;
  readonly title: Given;
  readonly defence: Given;
  readonly owner: Given;
  /** As typed: up to the end of that day. */
  readonly due: Given;
  readonly state: Finding['state'] | undefined;
  readonly why: Given;
  /** Whether one that is not there yet is added. */
  readonly add: boolean;
}

/**
 * Writes down what a scan found, or what became of it; what is not given stays as it stood.
 * @throws CaseError `wrong-use`, the time errors of `understandTime`
 */
export function setFinding(session: WritingSession, given: NewFinding): Entry {
  const now = session.clock.now();
  const all = findingsOf(session.db, now);
  const known = given.add ? undefined : meant(all, given.finding);
  if (known === undefined && !given.add) {
    const ids = all.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', {
      reason: `There is no finding “${given.finding}”.${ids === '' ? '' : ` There are ${ids}.`}`,
    });
  }
  const title = saidAnew(given.title, known?.title ?? given.finding.trim());
  if (title === undefined) throw new CaseError('text-empty');
  const state = given.state ?? known?.state ?? 'open';
  const why = saidAnew(given.why, known?.why);
  if (state === 'accepted' && why === undefined) {
    throw new CaseError('wrong-use', {
      reason: 'Say why the finding is accepted as it is.',
      cli: 'Give --why.',
    });
  }
  const register = defencesOf(session.db, now);
  const named = saidAnew(given.defence, known?.defence);
  const source = named === undefined ? undefined : meant(register, named);
  if (named !== undefined && source === undefined && named !== known?.defence) {
    const ids = register.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', {
      reason: `There is no layer of defence “${named}”. There are ${ids}.`,
    });
  }
  const taken = new Set(all.map(({ id }) => id));
  return step(session, () =>
    append(session, 'finding', {
      finding: known?.id ?? slugOf(title, taken, 'finding'),
      title,
      defence: source?.id ?? named,
      owner: saidAnew(given.owner, known?.owner),
      due: dueOf(session, given.due, known?.due ?? undefined),
      state,
      why,
    }),
  );
}

function dueOf(session: WritingSession, given: Given, stood: string | undefined): string | undefined {
  if (given === undefined) return stood;
  if (given.trim() === '') return undefined;
  const { utc, zone } = timeGiven(session, given, undefined);
  return utcIso(lastOfDay(zone, Date.parse(utc)));
}
