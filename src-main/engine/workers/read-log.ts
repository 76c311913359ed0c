import { CaseError, type ErrorCode } from '../../domain/errors.ts';
import { IndexBuilder, type Packer, loadWords } from '../../logs/index/builder.ts';
import { type LogOrigin, forgetSource, markRepeats } from '../../logs/index/mark-repeats.ts';
import type { PackedAway } from '../../logs/index/packed-away.ts';
import type { PackedBlock } from '../../logs/index/pack-block.ts';
import type { PackedNumbers } from '../../logs/index/packed-numbers.ts';
import { SpareMemory } from '../../logs/index/spare-memory.ts';
import { readerNamed } from '../../logs/readers/find-reader.ts';
import type { Given } from '../../logs/reading/reader.ts';
import { unpackLog } from '../../logs/reading/unpack.ts';
import { openLogIndex } from '../../store/log-index/open.ts';
import { type Proof, logSource } from '../../store/log-index/source.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import type { EngineHost } from '../host.ts';
import { heed } from '../job-flag.ts';
import { type PieceHash, hashedSource } from '../logs/hashed-source.ts';
import { type LogBytes, sourceOf } from '../logs/log-bytes.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import { serve } from '../worker-serve.ts';
import type { PackLogRequest } from './pack-log.ts';

export interface ReadLogRequest {
  readonly index: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly bytes: LogBytes;
  /** Of the exhibit, hex; null where it has none. */
  readonly sha256: string | null;
  /** The exhibits whose logs it is compared with, in their order. */
  readonly origins: readonly LogOrigin[];
  /** Id of the exhibit's entry. */
  readonly exhibit: string;
  /** Name inside an archive; empty for the file itself. */
  readonly member: string;
  readonly reader: string;
  readonly given: Omit<Given, 'name' | 'modified'>;
  /** Name in the progress. */
  readonly item: string;
  readonly cancelFlag: Int32Array;
  /** Where the thread that packs is started from. */
  readonly host: Pick<EngineHost, 'workers' | 'mayBlock'>;
}

export interface ReadLog {
  readonly rows: number;
  readonly problems: number;
}

/** Progress is told after this many bytes. */
const TELL_EVERY = 4 * 1024 * 1024;
/** A reader is given no more at once, so that a pause or an end is heeded soon. */
const PORTION = 256 * 1024;

/** What the thread that packs throws away is large and held by small objects: their part is looked through often. */
const SMALL = { maxYoungGenerationSizeMb: 2 };

serve<ReadLogRequest, ReadLog>(async (request, tell) => {
  useNativeBinding(request.nativeBinding);
  const { exhibit, member, reader, given, item, cancelFlag } = request;
  const own = await sourceOf(request.bytes);
  const db = openLogIndex(request.index, request.key);
  const packer = startWorker(request.host, 'pack-log', SMALL);
  const check = (): void => heed(cancelFlag);
  const hashed = hashedSource(own, hashIn(packer));
  const proved = async (): Promise<Proof> =>
    request.sha256 === null
      ? 'unknown'
      : (await hashed.hash(check)) === request.sha256
        ? 'matches'
        : 'changed';
  try {
    const asked = JSON.stringify({ reader, ...given });
    const before = logSource(db, exhibit, member);
    // Read in another way before, or to its end: those rows are none of these.
    if (before !== undefined && (before.given !== asked || before.done === 1)) forgetSource(db, before.id);
    const about = { exhibit, member, reader, given: asked };
    const builder = new IndexBuilder(db, loadWords(db), about, packIn(packer));
    let isFound = false;
    const told = ({ kind, member: name, offset, detail }: Told): void => {
      if (member === '' || name === member) builder.problem(kind, 0, offset, detail);
    };
    for await (const { name, modified, pieces } of unpackLog(hashed.source, told)) {
      if (member !== '' && name !== member) continue;
      isFound = true;
      const run = readerNamed(reader).open({ ...given, name, modified }, builder);
      let [size, last] = [0, 0];
      for await (const piece of pieces) {
        size += piece.length;
        for (let at = 0; at < piece.length; at += PORTION) {
          check();
          run.feed(piece.subarray(at, at + PORTION));
          await builder.room();
        }
        if (size - last >= TELL_EVERY) {
          last = size;
          tell({ done: builder.rows, total: null, item });
        }
      }
      run.end();
      // What an earlier run left may be of another file, even where this one is right.
      const proof = builder.isSame ? await proved() : 'changed';
      if (proof === 'changed') builder.problem('original-changed', 0, 0, '');
      builder.finish(size, proof);
      await builder.settled();
      markRepeats(db, request.origins, check);
      break;
    }
    if (!isFound) throw new CaseError('wrong-use', { reason: `There is no ${member} in ${item}.` });
    return { rows: builder.rows, problems: builder.problems };
  } catch (error) {
    // What cannot be unpacked may be another file by now: that is what a person has to know.
    const isUseless = error instanceof CaseError && UNUSABLE.has(error.code);
    if (isUseless && (await proved()) === 'changed') throw new CaseError('original-changed', { path: item });
    throw error;
  } finally {
    packer.end();
    db.close();
    await own.places?.close();
  }
});

/** Packs in a thread of its own; what it gets is handed over and not copied. */
const packIn = (packer: WorkerHandle): Packer => ({
  block: (block) =>
    packer.ask<PackLogRequest, PackedAway<PackedBlock>>({ kind: 'block', block }, undefined, undefined, [
      block.text.buffer,
      block.starts.buffer,
      block.known.buffer,
    ]),
  column: (column) =>
    packer.ask<PackLogRequest, PackedAway<PackedNumbers>>({ kind: 'column', column }, undefined, undefined, [
      column.values.buffer,
    ]),
});

/** Bytes that are given to be hashed at once, and how many such pieces may wait. */
const PIECE = 1024 * 1024;
const MOST_PIECES = 2;

/** The thread that packs hashes, too: the one that reads is the slower one. */
function hashIn(packer: WorkerHandle): PieceHash {
  const spare = new SpareMemory(PIECE);
  const handed: Promise<void>[] = [];
  const handOver = async (piece: Uint8Array): Promise<void> => {
    const memory = spare.take();
    const bytes = new Uint8Array(memory, 0, piece.length);
    bytes.set(piece);
    spare.giveBack(
      await packer.ask<PackLogRequest, ArrayBuffer>({ kind: 'hash', bytes }, undefined, undefined, [memory]),
    );
  };
  return {
    async add(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE) {
        const hashed = handOver(bytes.subarray(at, at + PIECE));
        // Whoever waits for it, or asks for the digest, hears of an error.
        hashed.catch(() => undefined);
        handed.push(hashed);
        if (handed.length > MOST_PIECES) await handed.shift();
      }
    },
    end: () => packer.ask<PackLogRequest, string>({ kind: 'digest' }),
  };
}

const UNUSABLE: ReadonlySet<ErrorCode> = new Set(['archive-damaged', 'unpack-first', 'wrong-use']);

type Told = Parameters<Parameters<typeof unpackLog>[1]>[0];
