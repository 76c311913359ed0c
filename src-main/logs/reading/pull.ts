import { Buffer } from 'node:buffer';
import type { Transform } from 'node:stream';
import type { ByteQueue } from './byte-queue.ts';

/** Why unpacking ended before its end. What came out before that is right as far as can be known. */
export interface BrokenOff {
  readonly kind: 'truncated' | 'checksum' | 'broken-record';
  /** What the decoder said. */
  readonly detail: string;
}

/** A decoder of node:zlib; it counts the bytes that it used. */
export type Decoder = Transform & { readonly bytesWritten: number };

/**
 * Pulls a decoder by hand up to the end of what it decodes: what came out before an error is not lost, as a pipeline
 * would lose it, the decoder stands still while nobody reads, so that memory stays small however much a few bytes
 * become, and what stands behind the end is given back.
 */
export async function* pull(stream: Decoder, queue: ByteQueue): AsyncGenerator<Buffer, BrokenOff | null> {
  let failed: Error | null = null;
  let given = 0;
  const wait = waiting(stream);
  stream.on('error', (error) => (failed ??= error));
  const isOver = (): boolean => failed !== null || stream.readableEnded;
  /** Gives on what is decoded until something holds. */
  async function* until(holds: () => boolean): AsyncGenerator<Buffer> {
    while (!holds() && !isOver()) {
      yield* decoded(stream);
      if (!holds() && !isOver()) await wait.more();
    }
    yield* decoded(stream);
  }
  try {
    while (!isOver()) {
      const piece = await queue.next();
      if (piece === null) {
        stream.end();
        yield* until(() => false);
        break;
      }
      let isTaken = false;
      // A decoder keeps what it has not used yet, and the piece belongs to its giver again.
      const bytes = Buffer.from(piece);
      stream.write(bytes, () => {
        isTaken = true;
        wait.wake();
      });
      yield* until(() => isTaken);
      given += bytes.length;
      const unused = given - stream.bytesWritten;
      if (unused <= 0 || failed !== null) continue;
      // What it does not use stands behind its end.
      queue.giveBack(bytes.subarray(bytes.length - unused));
      yield* until(() => false);
    }
    return failed === null ? null : reasonOf(failed);
  } finally {
    wait.end();
    stream.destroy();
  }
}

function* decoded(stream: Decoder): Generator<Buffer> {
  for (;;) {
    const bytes: unknown = stream.read();
    if (!Buffer.isBuffer(bytes)) return;
    yield bytes;
  }
}

/** Waits until a stream has something to say; what it said while nobody waited is not forgotten. */
function waiting(stream: Decoder): { wake: () => void; more: () => Promise<void>; end: () => void } {
  let hasSaid = false;
  let resume: () => void = () => undefined;
  const wake = (): void => {
    hasSaid = true;
    resume();
  };
  const events = ['readable', 'end', 'close', 'error'] as const;
  for (const event of events) stream.on(event, wake);
  return {
    wake,
    async more() {
      if (!hasSaid) await new Promise<void>((resolve) => (resume = resolve));
      hasSaid = false;
    },
    end() {
      for (const event of events) stream.off(event, wake);
      // An error that comes when nobody listens any more would end the thread.
      stream.on('error', () => undefined);
    },
  };
}

/** What an error of a decoder means. */
export function reasonOf(error: Error): BrokenOff {
  const code = 'code' in error ? error.code : '';
  // Of node:zlib in words, of fzstd the number of its list.
  const isEarly =
    code === 'Z_BUF_ERROR' ||
    code === 5 ||
    /unexpected (?:end|eof)|Src size is incorrect/i.test(error.message);
  if (isEarly) return { kind: 'truncated', detail: error.message };
  return { kind: /checksum/i.test(error.message) ? 'checksum' : 'broken-record', detail: error.message };
}
