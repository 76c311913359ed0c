import type { WritingSession } from '../../casework/session.ts';
import type { Sha256Hex } from '../../domain/brands.ts';
import { examinedFile } from '../../evidence/examine.ts';
import type { Hashes, OtherHash } from '../../evidence/hash-source.ts';
import { type Ring, breakRing, createRing } from '../../evidence/ring.ts';
import { makeEvidenceFolder, newSealedName } from '../../evidence/sealed/evidence-folder.ts';
import type { SealPlace, SealWish, Sealed } from '../../evidence/sealed/seal-pieces.ts';
import type { ReadPlace, Streamed } from '../../evidence/stream-source.ts';
import type { Job } from '../jobs.ts';
import type { Place } from '../worker.ts';
import type { DigestRequest } from '../workers/digest.ts';
import type { StreamRequest } from '../workers/examine.ts';
import { halfFile } from './half-file.ts';
import type { LargePlan } from './large-plan.ts';
import { Places } from './places.ts';
import { type TakenIn, taken } from './taken-in.ts';
import type { Threads } from './threads.ts';

export interface LargeWork {
  readonly session: WritingSession;
  readonly job: Job;
  readonly threads: Threads;
  readonly path: Buffer;
  readonly also: readonly OtherHash[];
  readonly plan: LargePlan;
}

/**
 * Takes in a large file in one pass: a thread reads and hashes it, another packs and seals the same pieces, a third
 * makes MD5, which is slower than all the rest together.
 * @throws CaseError of the thread that failed first; then nothing is left but what a later job may go on with
 */
export async function takeLarge(work: LargeWork, told: (at: Place) => void): Promise<TakenIn> {
  const { session, job, plan } = work;
  const name = plan.resumed?.store?.name ?? newSealedName();
  const places = new Places(session, plan, name);
  const half = halfFile(session.db, name, places, () => job.closing && places.written);
  try {
    if (plan.reason === null) makeEvidenceFolder(session.db.path);
    const { hashes, streamed, sealed } = await inThreads(work, half.part, places, told);
    job.check();
    const resumedFrom = plan.resumed?.read.offset ?? 0;
    if (sealed?.kind !== 'sealed') {
      half.clear();
      return taken(examinedFile(hashes, streamed.read, sealed, null), plan.reason, resumedFrom);
    }
    const { codec, packed, sha256, identity } = sealed;
    const kept = { codec, size: packed, file: name, sha256: sha256 as Sha256Hex, identity };
    return {
      examined: examinedFile(hashes, streamed.read, null, kept),
      byReference: null,
      resumedFrom,
      ...half.ends,
    };
  } catch (error) {
    half.clear();
    throw error;
  }
}

interface Read {
  readonly hashes: Hashes;
  readonly streamed: Streamed;
  readonly sealed: Sealed | null;
}

/** Where one thread fails, the ring breaks and all end; the first error is the one to tell. */
async function inThreads(
  { job, threads, path, also, plan }: LargeWork,
  part: string,
  places: Places,
  told: (at: Place) => void,
): Promise<Read> {
  const { size, codec, markEvery, resumed } = plan;
  // A hash that is gone on with later is made by the thread that reads.
  const apart = markEvery === null ? also.filter((hash) => hash === 'md5') : ([] as OtherHash[]);
  const sealers = plan.reason === null ? 1 : 0;
  const ring = createRing(sealers + apart.length);
  const works = {
    sealing:
      sealers === 0
        ? null
        : threads.sealer().ask<SealWish, Sealed>(
            {
              ring,
              taker: 0,
              codec,
              part,
              portable: markEvery !== null,
              from: resumed?.store?.seal ?? null,
            },
            undefined,
            (place) => places.sealed(place as SealPlace),
          ),
    hashing: apart.map(async (hash, i) =>
      threads.hasher(i).ask<DigestRequest, string>({ ring, taker: sealers + i, name: hash }),
    ),
    streaming: threads.reader.ask<StreamRequest, Streamed>(
      {
        kind: 'stream',
        path,
        also: also.filter((hash) => !apart.includes(hash)),
        ring,
        size,
        markEvery,
        from: resumed?.read ?? null,
        cancelFlag: job.cancelFlag,
      },
      told,
      (place) => places.read(place as ReadPlace),
    ),
  };
  const [streamed, sealed, ...digests] = await allOrBreak(ring, [
    works.streaming,
    works.sealing,
    ...works.hashing,
  ]);
  const hashes = {
    sha256: streamed.sha256,
    ...streamed.others,
    ...Object.fromEntries(apart.map((hash, i) => [hash, digests[i]])),
  };
  return { hashes, streamed, sealed };
}

/** Ends when all have ended, also where one failed: then nobody uses ring and half file any more. */
async function allOrBreak<Works extends readonly unknown[]>(
  ring: Ring,
  works: [...Works],
): Promise<{ [Index in keyof Works]: Awaited<Works[Index]> }> {
  try {
    return await Promise.all(works);
  } catch (error) {
    breakRing(ring);
    await Promise.allSettled(works);
    throw error;
  }
}
