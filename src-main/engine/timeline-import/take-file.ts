import type { WritingSession } from '../../casework/session.ts';
import { CaseError } from '../../domain/errors.ts';
import type { Job } from '../jobs.ts';
import type { Engine } from '../state.ts';
import { takerIn } from '../take-in/take-in.ts';
import type { TakenIn } from '../take-in/taken-in.ts';
import type { ReadTimeline } from '../workers/read-timeline.ts';

/**
 * Reads the file once more, to store it.
 * @throws CaseError as `evidence.add`; `wrong-use` where it is another file by now
 */
export async function takeFile(
  engine: Engine,
  session: WritingSession,
  job: Job,
  path: string,
  source: Buffer,
  read: ReadTimeline,
): Promise<TakenIn> {
  const taker = takerIn(engine.host, session, { mode: 'stored', also: [] }, job);
  try {
    const taken = await taker.take({ path: source, looked: await taker.look(source) }, (at) =>
      job.progress({ ...at, unit: 'bytes' }),
    );
    if (taken.examined.hashes.sha256 === read.sha256) return taken;
    taken.discard();
    throw new CaseError('wrong-use', {
      reason: `${path} changed while it was read. Nothing was imported; import it again when nobody writes into it.`,
    });
  } finally {
    taker.end();
  }
}
