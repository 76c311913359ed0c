import { stateFact } from '../../src-main/casework/state-fact.ts';
import { writing } from '../../src-main/engine/open-case.ts';
import { openCaseOf } from '../../src-main/engine/state.ts';
import type { OpenEngine } from './open-engine.ts';

/** States a fact in the open case; `no` takes an instant back. */
export function sayFact({ process }: OpenEngine, name: string, value: string): void {
  const nothing = { by: [], at: undefined, zone: undefined, grounds: undefined };
  stateFact(writing(openCaseOf(process.engine)), { name, value, ...nothing });
}
