import { append, step } from '../../src-main/casework/append.ts';
import type { Json } from '../../src-main/domain/canonical.ts';
import { writing } from '../../src-main/engine/open-case.ts';
import { openCaseOf } from '../../src-main/engine/state.ts';
import type { OpenEngine } from './open-engine.ts';

/** Writes a fact into the open case. */
export function sayFact({ process }: OpenEngine, name: string, value: Json): void {
  const session = writing(openCaseOf(process.engine));
  step(session, () => append(session, 'fact', { name, value }));
}
