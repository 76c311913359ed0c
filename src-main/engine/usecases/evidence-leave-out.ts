import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { leaveOut as leaveOutOf } from '../take-in/leave-out.ts';

/** Nobody wants the rest of an interrupted job: what it left goes now and not after its 14 days. */
export async function leaveOut(
  engine: Engine,
  given: RequestOf<'evidence.leave-out'>,
): Promise<ResponseOf<'evidence.leave-out'>> {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  // The same file may have been given once more in the meantime: that job goes on with what the first one left.
  await engine.jobs.ended('evidence.add');
  if (engine.open === opened) leaveOutOf(session, given);
  return {};
}
