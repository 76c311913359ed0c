import { obstacle } from './obstacle.ts';
import { after, type CustodyState, NOTHING_HAPPENED } from './state.ts';
import type { CustodyStep } from './step.ts';

export interface CustodyWalk {
  readonly state: CustodyState;
  /** Of each event that does not follow from those before it and has no reason: why, by the hash of its entry. */
  readonly doubts: ReadonlyMap<string, string>;
}

/**
 * All events of one exhibit in the total order of the record. Two people may have written them in two copies without
 * knowing of each other; what contradicts is marked and believed, never refused. After words that are not there nothing
 * is called a contradiction.
 */
export function walk(steps: readonly CustodyStep[], exhibit: string): CustodyWalk {
  let state = NOTHING_HAPPENED;
  const doubts = new Map<string, string>();
  let readable = true;
  for (const step of steps) {
    readable &&= step.whole;
    const why = readable && step.despite === undefined ? obstacle(state, step, exhibit) : null;
    if (why !== null) doubts.set(step.id, why);
    state = after(state, step);
  }
  return { state, doubts };
}
