import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { namesIn } from '../names.ts';
import type { Collected } from './collected.ts';
import { gatesPassed, shownBy } from './gates.ts';

/** A line of a gate: what the record says of it by itself, and what was answered when the phase was left. */
export interface GateLineView {
  readonly id: string;
  readonly title: string;
  readonly shown: { readonly holds: boolean; readonly exhibits: string[]; readonly lacks: string[] } | null;
  readonly answer: {
    readonly answer: 'yes' | 'no' | 'not-applicable' | 'unanswered';
    readonly why: string | null;
    readonly fromRecord: boolean;
    /** Who said it; null where it follows from the record. */
    readonly by: string | null;
    /** The record showed otherwise. */
    readonly against: boolean;
  } | null;
}

interface PhaseGate {
  readonly gate: GateLineView[];
  readonly gatePassed: string | null;
}

/** The gate of a phase: what the record says by itself, and what was answered when it was left last. */
export function gateLinesIn(
  db: ReadableDb,
  collected: readonly Collected[],
): (phase: Plan['phases'][number]) => PhaseGate {
  const passed = gatesPassed(db);
  const names = namesIn(db);
  return ({ id: phase, gate }) => {
    const last = passed.get(phase);
    const lines = gate.map((line): GateLineView => {
      const shown = shownBy(db, line, collected);
      const answer = last?.answers.find(({ id }) => id === line.id);
      return {
        id: line.id,
        title: line.title,
        shown:
          shown === null
            ? null
            : { holds: shown.holds, exhibits: [...shown.exhibits], lacks: [...shown.lacks] },
        answer:
          answer === undefined
            ? null
            : {
                answer: answer.answer,
                why: answer.why ?? null,
                fromRecord: answer.from_record === true,
                by:
                  answer.from_record === true || last === undefined
                    ? null
                    : names.nameOf(last.entry.header.author),
                against: answer.answer !== 'yes' && answer.proof !== undefined,
              },
      };
    });
    return { gate: lines, gatePassed: last?.entry.id ?? null };
  };
}
