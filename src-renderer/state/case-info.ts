import { ask } from '../api/client.ts';
import { useCase } from './case.ts';

/** Kinds of entries after which facts, phase or seal are others. */
export const COURSE_KINDS: ReadonlySet<string> = new Set(['fact', 'phase', 'seal', 'unseal', 'withholding']);

let asked = 0;

/** Asks anew what is known of the open case: facts, phase, seal. */
export async function loadInfo(): Promise<void> {
  const { info } = useCase.getState();
  asked += 1;
  const mine = asked;
  const answer = await ask('case.info', {});
  // Of several answers the last question's counts; a case that was locked meanwhile stays away.
  if (!answer.ok || mine !== asked || useCase.getState().info?.path !== info?.path) return;
  useCase.setState({ info: answer.data });
}
