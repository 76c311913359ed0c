import { type Examined, examine } from '../../evidence/examine.ts';
import { type HashedFile, hashedFilesIn, hashedFilesText } from '../../evidence/hashed-file.ts';
import type { OtherHash, Watcher } from '../../evidence/hash-source.ts';
import { type Looked, type Sampled, lookAt, sample, sizesOf } from '../../evidence/look-at.ts';
import type { Ring } from '../../evidence/ring.ts';
import { type ReadPlace, type Streamed, streamSource } from '../../evidence/stream-source.ts';
import { heed } from '../job-flag.ts';
import { type Tell, serve } from '../worker-serve.ts';

/** Reads a file or folder whole. */
export interface ExamineRequest {
  readonly kind?: undefined;
  /** Bytes of the path. */
  readonly path: Uint8Array;
  /** Of a folder, only these paths below it. */
  readonly parts?: readonly Uint8Array[] | undefined;
  readonly also: readonly OtherHash[];
  readonly keep: boolean;
  readonly caseFile: string | null;
  readonly cancelFlag: Int32Array;
  /** Of a folder: batches of files that were hashed before (`hashedFilesText`). */
  readonly known?: readonly string[];
  /** Of a folder: tell batches of files that are hashed, after so many bytes; null = now and then. */
  readonly tellHashed?: { readonly every: number | null };
}

export interface LookRequest {
  readonly kind: 'look';
  readonly path: Uint8Array;
  readonly caseFile: string | null;
}

export interface SizesRequest {
  readonly kind: 'sizes';
  readonly paths: readonly Uint8Array[];
}

export interface SampleRequest {
  readonly kind: 'sample';
  readonly path: Uint8Array;
  readonly size: number;
}

/** Reads a large file into a ring. */
export interface StreamRequest {
  readonly kind: 'stream';
  readonly path: Uint8Array;
  readonly also: readonly OtherHash[];
  readonly ring: Ring;
  readonly markEvery: number | null;
  readonly from: ReadPlace | null;
  /** Bytes. */
  readonly size: number;
  readonly cancelFlag: Int32Array;
}

type Request = ExamineRequest | LookRequest | SizesRequest | SampleRequest | StreamRequest;
type Result = Examined | Looked | (number | null)[] | Sampled | Streamed;

/** Progress is told after this many bytes. */
const TELL_EVERY = 16 * 1024 * 1024;

serve<Request, Result, ReadPlace | string>((request, tell, note) => {
  if (request.kind === 'sizes') return sizesOf(request.paths.map((path) => Buffer.from(path)));
  const path = Buffer.from(request.path);
  switch (request.kind) {
    case 'look':
      return lookAt(path, request.caseFile);
    case 'sample':
      return sample(path, request.size);
    case 'stream': {
      const { watcher } = watch(path, request.cancelFlag, tell, request.from?.offset ?? 0, request.size);
      return streamSource({ ...request, path }, watcher, note);
    }
    default: {
      const { watcher, expect } = watch(path, request.cancelFlag, tell, 0, null);
      const parts = request.parts?.map((part) => Buffer.from(part));
      const { known = [], tellHashed } = request;
      return examine(
        {
          ...request,
          path,
          parts,
          known: known.length === 0 ? undefined : hashedFilesIn(known),
          hashed: tellHashed === undefined ? undefined : hashedBatches(tellHashed.every, note),
        },
        watcher,
        expect,
      );
    }
  }
});

/** Tells how far reading is, and looks whether it may go on. */
function watch(
  path: Buffer,
  cancelFlag: Int32Array,
  tell: Tell,
  from: number,
  size: number | null,
): { readonly watcher: Watcher; readonly expect: (bytes: number) => void } {
  const item = path.toString('utf8');
  let done = from;
  let told = from;
  let total = size;
  const watcher = {
    progress(bytes: number) {
      done += bytes;
      if (done - told < TELL_EVERY) return;
      told = done;
      tell({ done, total, item });
    },
    check: () => heed(cancelFlag),
  };
  const expect = (bytes: number): void => {
    total = bytes;
    tell({ done, total, item });
  };
  if (size !== null) expect(size);
  return { watcher, expect };
}

/** A kill costs at most this much work, in ms, and a folder that takes less is not written down at all. */
const BATCH_EVERY = 2000;

/** More files in one batch would keep the engine from answering for too long while it writes them down. */
const BATCH_FILES = 2000;

/** Gathers hashed files and tells them in batches. @param every bytes; null = by time */
function hashedBatches(every: number | null, note: (batch: string) => void): (file: HashedFile) => void {
  let waiting: HashedFile[] = [];
  let bytes = 0;
  let told = performance.now();
  return (file) => {
    waiting.push(file);
    bytes += file.size;
    const now = performance.now();
    if (every === null ? now - told < BATCH_EVERY : bytes < every) return;
    for (let at = 0; at < waiting.length; at += BATCH_FILES) {
      note(hashedFilesText(waiting.slice(at, at + BATCH_FILES)));
    }
    waiting = [];
    bytes = 0;
    told = now;
  };
}
