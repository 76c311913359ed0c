import { CaseError } from '../../domain/errors.ts';
import type { Examined } from '../../evidence/examine.ts';
import type { OtherHash } from '../../evidence/hash-source.ts';
import type { Looked, Sampled } from '../../evidence/look-at.ts';
import { PIECE } from '../../evidence/pack.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import type { Place } from '../worker.ts';
import type { ExamineRequest, LookRequest, SampleRequest, SizesRequest } from '../workers/examine.ts';
import { FolderPlaces } from './folder-places.ts';
import { type LargePlan, markEvery } from './large-plan.ts';
import { resumePlace, sourceName } from './resume-place.ts';
import { takeLarge } from './take-large.ts';
import { type TakenIn, taken } from './taken-in.ts';
import { type Threads, startThreads } from './threads.ts';
import { referenceReason } from './where-to-keep.ts';

export interface TakeWish {
  readonly mode: 'stored' | 'reference' | undefined;
  readonly also: readonly OtherHash[];
}

export interface Wanted {
  /** Bytes of the path. */
  readonly path: Buffer;
  /** Of a folder, only these below it. */
  readonly parts?: readonly Buffer[] | undefined;
  readonly looked: Looked;
}

/** Takes in one path after the other; its threads serve them all. */
export interface TakerIn {
  /** Bytes of each path, null of a folder. */
  sizes(paths: readonly Buffer[]): Promise<(number | null)[]>;
  /** What stands at a path. @throws CaseError as `lookAt` */
  look(path: Buffer): Promise<Looked>;
  /** @throws CaseError as `examine`; `disk-full` and the like for the evidence folder */
  take(what: Wanted, told: (at: Place) => void): Promise<TakenIn>;
  end(): void;
}

export function takerIn(host: EngineHost, session: WritingSession, wish: TakeWish, job: Job): TakerIn {
  const casePath = session.db.path;
  const threads: Threads = startThreads(host);

  async function take({ path, parts, looked }: Wanted, told: (at: Place) => void): Promise<TakenIn> {
    if (looked.kind === 'folder' && wish.mode === 'stored') {
      throw new CaseError('wrong-use', {
        reason: `${path.toString('utf8')} is a folder, and those stay where they are: add it as a reference, or add its files one by one to store them.`,
      });
    }
    if (looked.kind === 'folder') return takeFolder(path, parts, told);
    if (looked.kind === 'other' || looked.look.size <= PIECE) {
      const keep = wish.mode !== 'reference';
      const examined = await examine({ path, keep }, told);
      if (!keep || examined.packed !== null) return taken(examined, keep ? null : 'asked');
      // A log may have grown over one piece since it was looked at.
    }
    const plan = await planFor(path, looked);
    // The simplest way where nobody else has to see the bytes.
    if (plan.reason !== null && plan.markEvery === null && !wish.also.includes('md5')) {
      return taken(await examine({ path, keep: false }, told), plan.reason);
    }
    return takeLarge({ session, job, threads, path, also: wish.also, plan }, told);
  }

  async function takeFolder(
    path: Buffer,
    parts: readonly Buffer[] | undefined,
    told: (at: Place) => void,
  ): Promise<TakenIn> {
    const places = new FolderPlaces(session, path, parts);
    const letGo = (): void => {
      if (!job.closing) places.drop();
    };
    const tellHashed = { every: host.checkpointEvery ?? null };
    try {
      const examined = await examine(
        { path, parts, keep: false, known: places.known, tellHashed },
        told,
        (batch) => places.add(batch as string),
      );
      return {
        ...taken(examined, 'folder', examined.knownBytes),
        recorded: () => places.drop(),
        discard: letGo,
      };
    } catch (error) {
      letGo();
      throw error;
    }
  }

  async function examine(
    what: Pick<ExamineRequest, 'path' | 'parts' | 'keep' | 'known' | 'tellHashed'>,
    told: (at: Place) => void,
    note?: (note: unknown) => void,
  ): Promise<Examined> {
    const { cancelFlag } = job;
    const request = { ...what, also: wish.also, caseFile: casePath, cancelFlag };
    return threads.reader.ask<ExamineRequest, Examined>(request, told, note);
  }

  async function planFor(path: Buffer, looked: Looked): Promise<LargePlan> {
    const { size } = looked.look;
    const source = sourceName(path, looked, wish.mode, wish.also);
    const resumed = resumePlace(session.db, source);
    if (resumed !== null) {
      const { reason, codec, markEvery: every } = resumed.plan;
      return { source, size, reason, codec, markEvery: every, resumed };
    }
    const sampled = await threads.reader.ask<SampleRequest, Sampled>({ kind: 'sample', path, size });
    const reason = referenceReason(casePath, wish.mode, size, sampled.share);
    const every = host.checkpointEvery ?? markEvery(size, sampled.rate, reason === null);
    return { source, size, reason, codec: sampled.codec, markEvery: every, resumed };
  }

  return {
    sizes: async (paths) => threads.reader.ask<SizesRequest, (number | null)[]>({ kind: 'sizes', paths }),
    look: async (path) => threads.reader.ask<LookRequest, Looked>({ kind: 'look', path, caseFile: casePath }),
    take,
    end: () => threads.end(),
  };
}
