import { CaseError } from '../domain/errors.ts';
import { PIECE } from './pack.ts';

/**
 * Pieces of a file on their way from the thread that reads them to the threads that hash, pack and seal them. The
 * memory is shared, so nothing is copied, and it is bounded: the reader waits for the slowest. Plain data: it crosses
 * threads.
 */
export interface Ring {
  readonly pieces: SharedArrayBuffer;
  /** State, pieces put in, marks and lengths of the slots, pieces taken out by each taker. */
  readonly control: SharedArrayBuffer;
  readonly takers: number;
}

/** A piece as a taker sees it; its bytes are used again after the next call. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** A place is to be written down behind this piece. */
  readonly mark: boolean;
}

const SLOTS = 4;
const STATE = 0;
const PUT = 1;
const LENGTHS = 2;
const MARKS = LENGTHS + SLOTS;
const TAKEN = MARKS + SLOTS;

const OPEN = 0;
const ENDED = 1;
const BROKEN = 2;

/** Nobody waits longer than this without looking whether the ring broke, in ms. */
const LOOK_EVERY = 100;

export function createRing(takers: number): Ring {
  return {
    pieces: new SharedArrayBuffer(SLOTS * PIECE),
    control: new SharedArrayBuffer((TAKEN + takers) * Int32Array.BYTES_PER_ELEMENT),
    takers,
  };
}

const slotOf = ({ pieces }: Ring, piece: number): Uint8Array =>
  new Uint8Array(pieces, (piece % SLOTS) * PIECE, PIECE);

/** Wakes everybody up: whoever stands at the other end failed or was stopped. */
export function breakRing({ control, takers }: Ring): void {
  const words = new Int32Array(control);
  Atomics.store(words, STATE, BROKEN);
  Atomics.notify(words, PUT);
  for (let taker = 0; taker < takers; taker += 1) Atomics.notify(words, TAKEN + taker);
}

export interface RingWriter {
  /** Room for the next piece, of `PIECE` bytes. @throws CaseError `cancelled` where the ring broke */
  room(): Uint8Array;
  put(length: number, mark: boolean): void;
  end(): void;
}

export function ringWriter(ring: Ring): RingWriter {
  const words = new Int32Array(ring.control);
  let put = 0;
  return {
    room() {
      for (let taker = TAKEN; taker < TAKEN + ring.takers; taker += 1) {
        for (;;) {
          refuseBroken(words);
          const taken = Atomics.load(words, taker);
          if (put - taken < SLOTS) break;
          Atomics.wait(words, taker, taken, LOOK_EVERY);
        }
      }
      return slotOf(ring, put);
    },
    put(length, mark) {
      words[LENGTHS + (put % SLOTS)] = length;
      words[MARKS + (put % SLOTS)] = mark ? 1 : 0;
      put += 1;
      Atomics.store(words, PUT, put);
      Atomics.notify(words, PUT);
    },
    end() {
      Atomics.compareExchange(words, STATE, OPEN, ENDED);
      Atomics.notify(words, PUT);
    },
  };
}

/** The pieces in order. @param taker which of the takers asks, from 0 @throws CaseError `cancelled` */
export function* takePieces(ring: Ring, taker: number): Generator<Piece, void> {
  const words = new Int32Array(ring.control);
  for (let next = 0; ; next += 1) {
    for (;;) {
      // The state first: what was put in before the end is seen then.
      const ended = Atomics.load(words, STATE) === ENDED;
      refuseBroken(words);
      const put = Atomics.load(words, PUT);
      if (put > next) break;
      if (ended) return;
      Atomics.wait(words, PUT, put, LOOK_EVERY);
    }
    const length = words[LENGTHS + (next % SLOTS)] ?? 0;
    yield { bytes: slotOf(ring, next).subarray(0, length), mark: words[MARKS + (next % SLOTS)] === 1 };
    Atomics.store(words, TAKEN + taker, next + 1);
    Atomics.notify(words, TAKEN + taker);
  }
}

function refuseBroken(words: Int32Array): void {
  if (Atomics.load(words, STATE) === BROKEN) throw new CaseError('cancelled');
}
