import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { phases } from '../../domain/phase.ts';
import { sameName } from '../../domain/same-name.ts';
import type { ReadableDb } from '../../store/db.ts';
import { lastNumber, rowNumbered } from '../../store/queries/timeline.ts';
import { append, step } from '../append.ts';
import { phasesOf } from '../enter-phase.ts';
import { filled } from '../given-text.ts';
import { namesIn } from '../names.ts';
import { deadlinesOfCase } from '../plan/deadlines-of-case.ts';
import { stepsOfCase } from '../plan/steps-of-case.ts';
import type { WritingSession } from '../session.ts';
import { handoversOf } from './handovers.ts';

/** Entries that are read to know where things stand; one page takes no more. */
const LAST = 8;

/**
 * Hands the incident over: with it go the steps that are open up to the phase that stands, the deadlines that run, and
 * the last entries.
 * @throws CaseError `wrong-use` without a receiver, or where the author is it
 */
export function giveHandover(session: WritingSession, to: string, note: string | undefined): Entry {
  const receiver = filled(to);
  if (receiver === undefined) throw new CaseError('wrong-use', { reason: 'Say who takes over.' });
  if (sameName(receiver, session.signer.name)) {
    throw new CaseError('wrong-use', { reason: `${receiver} cannot hand over to themselves.` });
  }
  const { db } = session;
  const deadlines = deadlinesOfCase(db, session.clock.now()).filter(
    ({ state }) => state === 'running' || state === 'overdue',
  );
  return step(session, () =>
    append(session, 'handover', {
      to: receiver,
      note: filled(note),
      phases: phasesOf(db),
      steps: openSteps(db),
      deadlines: deadlines.map(({ id, title, due }) => ({ id, title, due })),
      entries: lastEntries(db),
    }),
  );
}

/** Preparation is not handed over in the middle of a night; what comes later is not yet begun. */
function openSteps(db: ReadableDb): { id: string; title: string; due?: string }[] {
  const now = Math.max(...phasesOf(db).map((phase) => phases.findIndex((one) => one === phase)));
  return stepsOfCase(db)
    .filter(({ id }) => id !== 'preparation' && phases.indexOf(id) <= now)
    .flatMap(({ steps }) => steps.filter(({ state }) => state === 'open' || state === 'reopened'))
    .map(({ id, title, due }) => ({ id, title, ...(due === null ? {} : { due }) }));
}

function lastEntries(db: ReadableDb): string[] {
  const last = lastNumber(db);
  const numbers = Array.from({ length: Math.min(LAST, last) }, (_, i) => last - i).toReversed();
  return numbers.flatMap((number) => rowNumbered(db, number)?.entry ?? []);
}

/**
 * The receiver signs that they have it: with a key that is not the giver's.
 * @throws CaseError `wrong-use` where nothing waits, or the giver's own key would sign
 */
export function acceptHandover(session: WritingSession, remark: string | undefined): Entry {
  const waiting = handoversOf(session.db).find(
    ({ accepted, superseded }) => accepted.length === 0 && !superseded,
  );
  if (waiting === undefined) {
    throw new CaseError('wrong-use', { reason: 'No hand-over waits to be taken over.' });
  }
  const names = namesIn(session.db);
  if (names.keysOf(waiting.from.id).includes(session.signer.key)) {
    const reason = `${waiting.from.name} gave it, and cannot take it over: both sign, each with a key of their own.`;
    throw new CaseError('wrong-use', { reason, cli: 'Give --as with the name of who takes over.' });
  }
  return step(session, () =>
    append(session, 'handover-accepted', { handover: waiting.entry, remark: filled(remark) }),
  );
}
