import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReferenceReason } from '../../contract/evidence.ts';
import type { Sha256Hex } from '../../domain/brands.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { type Examined, examinedFile } from '../../evidence/examine.ts';
import type { OtherHash } from '../../evidence/hash-source.ts';
import type { Looked, Sampled } from '../../evidence/look-at.ts';
import { PIECE, type Codec } from '../../evidence/pack.ts';
import { breakRing, createRing } from '../../evidence/ring.ts';
import {
  evidenceFolder,
  makeEvidenceFolder,
  newSealedName,
  partOf,
  removeIfEmpty,
  syncFolder,
} from '../../evidence/sealed/evidence-folder.ts';
import type { SealPlace, SealWish, Sealed } from '../../evidence/sealed/seal-pieces.ts';
import type { ReadPlace, Streamed } from '../../evidence/stream-source.ts';
import type { WritingSession } from '../../casework/session.ts';
import { dropCheckpoint, saveCheckpoint } from '../../store/queries/checkpoint.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { type Place, type WorkerHandle, startWorker } from '../worker.ts';
import type { DigestRequest } from '../workers/digest.ts';
import type { ExamineRequest, LookRequest, SampleRequest, StreamRequest } from '../workers/examine.ts';
import { type ResumePlace, markEvery, placeText, resumePlace, sourceName } from './resume-place.ts';
import { referenceReason } from './where-to-keep.ts';

export interface TakeWish {
  readonly mode: 'stored' | 'reference' | undefined;
  readonly also: readonly OtherHash[];
}

/** A path that was read, and hashed, and stored where that was asked for; nothing is in the record yet. */
export interface TakenIn {
  readonly examined: Examined;
  /** Why its bytes are not stored; null where they are. */
  readonly byReference: ReferenceReason | null;
  /** Bytes that an earlier job had done already. */
  readonly resumedFrom: number;
  /** The exhibit is in the record: nothing is left to go on with. */
  recorded(): void;
  /** It could not be recorded: what was stored for it goes. */
  discard(): void;
}

export interface Wanted {
  /** Bytes of the path. */
  readonly path: Buffer;
  /** Of a folder, only these below it. */
  readonly parts?: readonly Buffer[] | undefined;
}

/** Takes in one path after the other; its threads serve them all. */
export interface TakerIn {
  take(what: Wanted, told: (at: Place) => void): Promise<TakenIn>;
  end(): void;
}

export function takerIn(host: EngineHost, session: WritingSession, wish: TakeWish, job: Job): TakerIn {
  const casePath = session.db.path;
  const examiner = startWorker(host, 'examine');
  const others: WorkerHandle[] = [];
  let sealer: WorkerHandle | undefined;
  const helper = (name: 'seal' | 'digest'): WorkerHandle => {
    const worker = startWorker(host, name);
    others.push(worker);
    return worker;
  };

  async function take({ path, parts }: Wanted, told: (at: Place) => void): Promise<TakenIn> {
    const looked = await examiner.ask<LookRequest, Looked>({ kind: 'look', path, caseFile: casePath });
    if (looked.kind === 'folder' && wish.mode === 'stored') {
      throw new CaseError('wrong-use', {
        reason: `${path.toString('utf8')} is a folder: add it with --reference, or add its files one by one to store them.`,
      });
    }
    if (looked.kind !== 'file' || looked.look.size <= PIECE) {
      const keep = wish.mode !== 'reference';
      const examined = await examine({ path, parts }, keep, told);
      const reason = examined.kind === 'folder' ? 'folder' : keep ? null : 'asked';
      // A log may have grown over one piece since it was looked at.
      if (examined.kind === 'folder' || !keep || examined.packed !== null) return plain(examined, reason);
    }
    return large(path, looked, told);
  }

  async function examine(what: Wanted, keep: boolean, told: (at: Place) => void): Promise<Examined> {
    const { cancelFlag } = job;
    const request = { ...what, also: wish.also, keep, caseFile: casePath, cancelFlag };
    return examiner.ask<ExamineRequest, Examined>(request, told);
  }

  async function large(path: Buffer, looked: Looked, told: (at: Place) => void): Promise<TakenIn> {
    const { size } = looked.look;
    const source = sourceName(path, looked, wish.mode, wish.also);
    const resumed = resumePlace(session.db, source);
    let plan: LargePlan;
    if (resumed !== null) {
      const every = host.checkpointEvery ?? markEvery(size, 0, resumed.store !== null);
      plan = {
        source,
        every,
        reason: resumed.store === null ? (wish.mode === 'reference' ? 'asked' : 'large') : null,
        resumed,
        codec: resumed.store?.codec ?? 'raw',
      };
    } else {
      const sampled = await examiner.ask<SampleRequest, Sampled>({ kind: 'sample', path, size });
      const reason = referenceReason(casePath, wish.mode, size, sampled.share);
      const every = host.checkpointEvery ?? markEvery(size, sampled.rate, reason === null);
      plan = { source, every, reason, resumed, codec: sampled.codec };
    }
    // The simplest way where nothing else has to see the bytes.
    if (plan.reason !== null && plan.every === null && !wish.also.includes('md5')) {
      return plain(await examine({ path }, false, told), plan.reason);
    }
    return stream(path, size, plan, told);
  }

  async function stream(
    path: Buffer,
    size: number,
    plan: LargePlan,
    told: (at: Place) => void,
  ): Promise<TakenIn> {
    const { resumed, every } = plan;
    const storing = plan.reason === null;
    // MD5 has a thread of its own; a hash that is gone on with later is made by the one that reads.
    const apart: OtherHash[] = every === null ? wish.also.filter((name) => name === 'md5') : [];
    const ring = createRing((storing ? 1 : 0) + apart.length);
    const name = resumed?.store?.name ?? newSealedName();
    const folder = evidenceFolder(casePath);
    const part = join(folder, partOf(name));
    const places = new Places(session, plan, name);
    const works: Promise<unknown>[] = [];
    const start = async <T>(work: Promise<T>): Promise<T> => {
      works.push(work);
      return work.catch((error: unknown) => {
        breakRing(ring);
        throw error;
      });
    };
    const clear = (): void => {
      rmSync(part, { force: true });
      removeIfEmpty(folder);
      places.drop();
    };
    try {
      if (storing) makeEvidenceFolder(casePath);
      const from = resumed?.store?.seal ?? null;
      const sealing = storing
        ? start(
            (sealer ??= helper('seal')).ask<SealWish, Sealed>(
              { ring, taker: 0, codec: plan.codec, part, portable: every !== null, from },
              undefined,
              (place) => places.sealed(place as SealPlace),
            ),
          )
        : null;
      const hashing = apart.map(async (hash, i) =>
        start(
          helper('digest').ask<DigestRequest, string>({ ring, taker: (storing ? 1 : 0) + i, name: hash }),
        ),
      );
      const also = wish.also.filter((hash) => !apart.includes(hash));
      const streaming = start(
        examiner.ask<StreamRequest, Streamed>(
          {
            ...{ kind: 'stream', path, also, ring, size, markEvery: every },
            ...{ from: resumed?.read ?? null, cancelFlag: job.cancelFlag },
          },
          told,
          (place) => places.read(place as ReadPlace),
        ),
      );
      const [streamed, sealed, ...digests] = await Promise.all([streaming, sealing, ...hashing]);
      job.check();
      const hashes = {
        sha256: streamed.sha256,
        ...streamed.others,
        ...Object.fromEntries(apart.map((hash, i) => [hash, digests[i]])),
      };
      const small = sealed?.kind === 'small' ? { codec: sealed.codec, bytes: sealed.bytes } : null;
      if (sealed?.kind !== 'sealed') {
        clear();
        return {
          ...plain(examinedFile(hashes, streamed.read, small, null), plan.reason),
          resumedFrom: resumed?.read.offset ?? 0,
        };
      }
      const whole = join(folder, name);
      nameWhole(part, whole, folder);
      const { codec, packed, sha256, identity } = sealed;
      const kept = { codec, size: packed, file: name, sha256: sha256 as Sha256Hex, identity };
      return {
        examined: examinedFile(hashes, streamed.read, null, kept),
        byReference: null,
        resumedFrom: resumed?.read.offset ?? 0,
        recorded: () => places.drop(),
        discard() {
          rmSync(whole, { force: true });
          clear();
        },
      };
    } catch (error) {
      // All threads are done with ring and half file before anything is removed.
      await Promise.allSettled(works);
      if (!(job.closing && places.written)) clear();
      throw error;
    }
  }

  return {
    take,
    end() {
      for (const worker of [examiner, ...others]) worker.end();
    },
  };
}

interface LargePlan {
  readonly source: string;
  readonly every: number | null;
  readonly reason: ReferenceReason | null;
  readonly resumed: ResumePlace | null;
  readonly codec: Codec;
}

const plain = (examined: Examined, byReference: ReferenceReason | null): TakenIn => ({
  examined,
  byReference,
  resumedFrom: 0,
  recorded: () => {},
  discard: () => {},
});

/** The whole file gets its name; from then on it is there, although no entry knows of it yet. */
function nameWhole(part: string, whole: string, folder: string): void {
  try {
    renameSync(part, whole);
    syncFolder(folder);
    // The folder's own name too: it may be as new as the file.
    syncFolder(join(folder, '..'));
  } catch (error) {
    rmSync(whole, { force: true });
    throw asFileError(error, whole);
  }
}

/** Writes places down when reader and sealer both stand behind the same piece. */
class Places {
  written: boolean;
  readonly #session: WritingSession;
  readonly #plan: LargePlan;
  readonly #name: string;
  readonly #reads: ReadPlace[] = [];

  constructor(session: WritingSession, plan: LargePlan, name: string) {
    this.#session = session;
    this.#plan = plan;
    this.#name = name;
    this.written = plan.resumed !== null;
  }

  read(place: ReadPlace): void {
    if (this.#plan.reason === null) this.#reads.push(place);
    else this.#write({ read: place, store: null });
  }

  sealed(seal: SealPlace): void {
    const read = this.#reads.find(({ offset }) => offset === seal.offset);
    if (read === undefined) return;
    this.#reads.splice(0, this.#reads.indexOf(read) + 1);
    this.#write({ read, store: { name: this.#name, codec: this.#plan.codec, seal } });
  }

  drop(): void {
    if (!this.written) return;
    this.written = false;
    const { db } = this.#session;
    db.transaction(() => dropCheckpoint(db, this.#plan.source));
  }

  #write(place: ResumePlace): void {
    const { db, clock } = this.#session;
    db.transaction(() =>
      saveCheckpoint(db, {
        source: this.#plan.source,
        part: place.store === null ? null : partOf(place.store.name),
        place: placeText(place),
        saved: new Date(clock.now()).toISOString(),
      }),
    );
    this.written = true;
  }
}
