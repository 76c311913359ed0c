import { type Entry, textField } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { FIRST_PHASE, phaseOf } from '../domain/phase.ts';
import type { ReadableDb } from '../store/db.ts';
import { append, step } from './append.ts';
import { filled } from './given-text.ts';
import { type GateAnswer, passGate } from './plan/gates.ts';
import { planOfCase } from './plan/plan-of-case.ts';
import type { WritingSession } from './session.ts';
import { standingIn } from './standing-in.ts';

/** Phases that stand; more than one where two copies entered different ones. */
export function phasesOf(db: ReadableDb): string[] {
  const stated = standingIn(db, 'phase').flatMap((entry) => textField(entry, 'phase') ?? []);
  return stated.length === 0 ? [FIRST_PHASE] : stated;
}

/**
 * The incident enters another phase. Who goes on answers the gate of the phase that is left; what the record shows by
 * itself needs no answer.
 * @throws CaseError `wrong-use` for what is no phase, or where it is in that phase already; as `passGate`
 */
export function enterPhase(
  session: WritingSession,
  wanted: string,
  why: string | undefined,
  answers: readonly GateAnswer[] = [],
): Entry {
  const phase = phaseOf(wanted);
  const before = phasesOf(session.db);
  if (before.length === 1 && before[0] === phase) {
    throw new CaseError('wrong-use', { reason: `The incident is in the phase ${phase} already.` });
  }
  const { plan } = planOfCase(session.db);
  const way = { left: before.at(-1) ?? FIRST_PHASE, entered: phase };
  const gate = passGate(session.db, plan, way, answers, why);
  return step(session, () =>
    append(session, 'phase', {
      phase,
      before: before.join(', '),
      why: filled(why),
      gate: gate.length === 0 ? undefined : gate,
    }),
  );
}
