import { step } from '../../casework/append.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { TimelineImported } from '../../contract/timeline-import.ts';
import type { Sha256Hex } from '../../domain/brands.ts';
import { CaseError } from '../../domain/errors.ts';
import { withLargeCache } from '../../store/queries/arrival.ts';
import type { ExhibitRow } from '../../store/queries/exhibit.ts';
import type { Job } from '../jobs.ts';
import type { OpenCase } from '../open-case.ts';
import type { Engine } from '../state.ts';
import type { TakenIn } from '../take-in/taken-in.ts';
import type { ReadTimeline } from '../workers/read-timeline.ts';
import { recordImport } from './record-import.ts';
import { stageRows } from './stage-rows.ts';
import { type PlacedChain, isStillPlaced, placeChain, takeChain } from './take-chain.ts';

export interface ImportWork {
  readonly engine: Engine;
  readonly opened: OpenCase;
  readonly session: WritingSession;
  readonly job: Job;
  readonly path: string;
  readonly read: ReadTimeline;
  readonly batches: readonly string[];
  /** Bytes of the path. */
  readonly source: Buffer;
  /** The file, read to become an exhibit; null where it is one. */
  readonly taken: TakenIn | null;
  readonly present: ExhibitRow | null;
  readonly zone: string | undefined;
}

/**
 * Signs the rows beside the record and takes them in, with exhibit and all, in one transaction.
 * @throws CaseError `case-sealed`, `cancelled`, and what the file refuses; then nothing is left of it
 */
export async function takeRows(work: ImportWork): Promise<TimelineImported> {
  const { engine, opened, session, job, path, read, batches, taken } = work;
  const aside = opened.makeSession?.() ?? session;
  const pause = async (): Promise<void> => {
    await new Promise<void>((resume) => setImmediate(resume));
    await job.turn();
  };
  let isRecorded = false;
  try {
    const chain = await stageRows(aside, read.sha256 as Sha256Hex, batches, async (done) => {
      job.progress({ item: path, unit: 'rows', done, total: read.taken });
      await pause();
    });
    const finish = (placed: PlacedChain): TimelineImported | null => {
      if (!isStillPlaced(session.db, placed)) return null;
      taken?.giveName();
      return withLargeCache(session.db, () =>
        step(
          session,
          () => recordImport(work, aside.writer),
          () => takeChain(session.db, placed),
        ),
      );
    };
    const done =
      finish(await placeChain(session.db, chain, pause)) ??
      // Somebody writes: the rows are given their places while writers wait.
      (await engine.hold(async () =>
        finish(await placeChain(session.db, chain, async () => Promise.resolve())),
      ));
    if (done === null) {
      throw new CaseError('bug', { reason: 'an entry was written while writers were held up' });
    }
    isRecorded = true;
    taken?.recorded();
    engine.merged();
    return done;
  } finally {
    if (!isRecorded) taken?.discard();
  }
}
