import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import { openSealed } from './sealed/open-sealed.ts';
import { unpacker } from './unpack.ts';

/** Stored bytes of an exhibit, as they lie. Plain data: it crosses threads. */
export type Kept =
  | { readonly kind: 'blob'; readonly codec: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sealed'; readonly codec: string; readonly path: string; readonly identity: string };

export interface ReadBack {
  /** Of the original bytes, hex. */
  readonly sha256: string;
  readonly size: number;
  /** Of the sealed file, hex; null for bytes in the case file. */
  readonly sealed: string | null;
}

interface Watch {
  check(): void;
  /** @param done original bytes so far */
  progress(done: number): void;
}

/** Bytes of the case file are given to the unpacker in portions of this size. */
const PORTION = 1024 * 1024;

/**
 * Reads the original bytes of an exhibit back and hashes them, with little memory however many they are.
 * @param size how many there must be; a packed bomb stops there
 * @param into a file to write them into as well: a new one, durable when this returns and gone where it throws
 * @throws CaseError `file-damaged` where they cannot be opened or unpacked; `file-missing`; `disk-full` and the like
 */
export async function readBack(
  kept: Kept,
  size: number,
  into: string | null,
  watch: Watch,
): Promise<ReadBack> {
  const hash = createHash('sha256');
  const out = into === null ? null : new OutFile(into);
  let done = 0;
  const take = (bytes: Uint8Array): void => {
    watch.check();
    done += bytes.length;
    if (done > size) throw new RangeError(`there are more than ${size} bytes`);
    hash.update(bytes);
    out?.write(bytes);
    watch.progress(done);
  };
  try {
    const sealed = await unpackKept(kept, take, watch);
    out?.finish();
    return { sha256: hash.digest('hex'), size: done, sealed };
  } catch (error) {
    out?.abandon();
    throw error;
  }
}

/**
 * The original bytes of an exhibit, piece by piece, whoever reads them pulling: little is unpacked ahead, however many
 * there are.
 * @throws CaseError `file-damaged`, `file-missing`
 */
export async function* piecesBack(kept: Kept): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  let isLeft = false;
  let wake = (): void => undefined;
  let goOn = (): void => undefined;
  const watch = {
    check(): void {
      if (isLeft) throw new LeftAlone();
    },
    progress: () => undefined,
  };
  let isOver = false;
  const unpacking = unpackKept(
    kept,
    (bytes) => {
      // The unpacker uses its piece again.
      ready.push(Buffer.from(bytes));
    },
    watch,
    async () => {
      wake();
      if (ready.length > 0) await new Promise<void>((resolve) => (goOn = resolve));
    },
  ).finally(() => {
    isOver = true;
    wake();
  });
  // Somebody who reads no more hears of no error.
  unpacking.catch(() => undefined);
  try {
    for (;;) {
      const piece = ready.shift();
      if (piece !== undefined) {
        yield piece;
      } else if (isOver) {
        await unpacking;
        return;
      } else {
        goOn();
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }
  } finally {
    isLeft = true;
    goOn();
  }
}

class LeftAlone extends Error {}

/**
 * The first original bytes of an exhibit, at most so many: the rest is not unpacked.
 * @throws CaseError `file-damaged`, `file-missing`
 */
export async function readHead(kept: Kept, limit: number, check: () => void): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  const take = (bytes: Uint8Array): void => {
    check();
    // The piece is used again afterwards.
    pieces.push(Buffer.from(bytes.subarray(0, limit - size)));
    size += Math.min(bytes.length, limit - size);
    if (size >= limit) throw new RangeError('enough');
  };
  try {
    await unpackKept(kept, take, { check, progress: () => {} });
  } catch (error) {
    if (size < limit) throw error;
  }
  return Buffer.concat(pieces);
}

async function unpackKept(
  kept: Kept,
  take: (bytes: Uint8Array) => void,
  watch: Watch,
  /** Awaited between portions, so that whoever takes the bytes is not flooded. */
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<string | null> {
  const path = kept.kind === 'sealed' ? kept.path : 'the stored exhibit';
  try {
    const unpack = unpacker(kept.codec, take);
    let sealed: string | null = null;
    if (kept.kind === 'sealed') {
      sealed = await openSealed(
        path,
        kept.identity,
        () => watch.check(),
        async (packed) => {
          await unpack.push(packed);
          await between();
        },
      );
    } else {
      for (let at = 0; at < kept.bytes.length; at += PORTION) {
        watch.check();
        await unpack.push(kept.bytes.subarray(at, at + PORTION));
        await between();
      }
    }
    await unpack.end();
    return sealed;
  } catch (error) {
    if (error instanceof CaseError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CaseError('file-damaged', { path, reason: `it cannot be unpacked (${reason}).` }, error);
  }
}

/** A file that is there whole or not at all. */
class OutFile {
  readonly #path: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    this.#file = this.#guarded(() => openSync(path, 'wx', 0o600));
  }

  write(bytes: Uint8Array): void {
    this.#guarded(() => {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done);
    });
  }

  finish(): void {
    this.#guarded(() => fsyncSync(this.#file));
    closeSync(this.#file);
  }

  abandon(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asFileError(error, this.#path);
    }
  }
}
