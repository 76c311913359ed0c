import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { LONGEST_LINE } from '../reading/lines.ts';

/** One element of the wanted name, as it stands in the file. */
export interface CutElement {
  /** UTF-8; its own. */
  readonly bytes: Buffer;
  /** Where it begins in the file, bytes. */
  readonly offset: number;
  /** `clipped`: longer than the limit, this is its beginning. `open`: the file ends inside. */
  readonly whole: 'whole' | 'clipped' | 'open';
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;

/**
 * Cuts elements of one name out of a stream of XML, which may be one line of gigabytes: at most one element and one
 * piece are in memory. Elements of that name inside each other are one.
 */
export class ElementCutter {
  readonly #open: Buffer;
  readonly #close: Buffer;
  #held: Buffer = Buffer.alloc(0);
  /** Where `held` begins in the file. */
  #at = 0;
  /** Where the element begins in `held`; -1 between elements. */
  #from = -1;
  #depth = 0;
  /** Everything before was looked at. */
  #seen = 0;
  #decoder: TextDecoder | null | undefined;
  readonly #between: (text: string, offset: number) => void;

  /** @param between told of what stands between elements */
  constructor(name: string, between: (text: string, offset: number) => void) {
    this.#open = Buffer.from(`<${name}`);
    this.#close = Buffer.from(`</${name}>`);
    this.#between = between;
  }

  *feed(piece: Uint8Array): Generator<CutElement> {
    const more = this.#decoded(piece);
    this.#held = Buffer.concat([this.#held, more]);
    if (this.#decoder === undefined) return;
    yield* this.#cut();
  }

  *end(): Generator<CutElement> {
    if (this.#decoder === undefined) {
      this.#decoder = null;
      yield* this.#cut();
    }
    if (this.#from !== -1) yield this.#take(this.#held.length, 'open');
  }

  /** UTF-16 becomes UTF-8; other bytes stay as they are. The first bytes say which. */
  #decoded(piece: Uint8Array): Uint8Array {
    if (this.#decoder === undefined) {
      const head = Buffer.concat([this.#held, piece]);
      if (head.length < 4) return piece;
      this.#held = Buffer.alloc(0);
      this.#decoder = decoderOf(head);
      if (this.#decoder !== null && head[0] !== LESS) this.#at = 2;
      return this.#decoded(head);
    }
    return this.#decoder === null ? piece : Buffer.from(this.#decoder.decode(piece, { stream: true }));
  }

  *#cut(): Generator<CutElement> {
    for (;;) {
      if (this.#from === -1) {
        const from = this.#nextOpen(0, this.#held.length);
        if (from === -1) {
          // The beginning of a tag may be cut.
          return this.#drop(Math.max(0, this.#held.length - this.#open.length - 1));
        }
        this.#drop(from);
        const tagEnd = this.#held.indexOf(GREATER);
        if (tagEnd === -1 && this.#held.length <= LONGEST_LINE) return undefined;
        this.#from = 0;
        this.#depth = 1;
        this.#seen = this.#open.length;
        // `<Event …/>` has no close.
        if (this.#held[tagEnd - 1] === SLASH) {
          this.#seen = tagEnd + 1;
          yield* this.#finish();
          continue;
        }
      }
      const close = this.#held.indexOf(this.#close, this.#seen);
      const open = this.#nextOpen(this.#seen, close === -1 ? this.#held.length : close);
      if (open !== -1) {
        this.#depth += 1;
        this.#seen = open + this.#open.length;
      } else if (close !== -1) {
        this.#depth -= 1;
        this.#seen = close + this.#close.length;
        if (this.#depth === 0) yield* this.#finish();
      } else {
        // A tag may be cut.
        this.#seen = Math.max(this.#seen, this.#held.length - this.#close.length);
        if (this.#seen <= LONGEST_LINE) return undefined;
        yield* this.#clip();
      }
    }
  }

  *#finish(): Generator<CutElement> {
    const long = this.#seen > LONGEST_LINE;
    yield this.#take(long ? LONGEST_LINE : this.#seen, long ? 'clipped' : 'whole');
    this.#from = -1;
    this.#forget(this.#seen);
  }

  /** What follows is looked through for the next element: a close that is missing must not hide all that come after. */
  *#clip(): Generator<CutElement> {
    yield this.#take(LONGEST_LINE, 'clipped');
    this.#from = -1;
    this.#forget(LONGEST_LINE);
  }

  #take(length: number, whole: CutElement['whole']): CutElement {
    return { bytes: Buffer.from(this.#held.subarray(0, length)), offset: this.#at, whole };
  }

  /** The name must end there: `<EventData` is another. */
  #nextOpen(from: number, end: number): number {
    let at = this.#held.indexOf(this.#open, from);
    while (at !== -1 && at < end) {
      const after = this.#held[at + this.#open.length];
      if (after === undefined) return -1;
      if (after === GREATER || after === SLASH || after <= 0x20) return at;
      at = this.#held.indexOf(this.#open, at + 1);
    }
    return -1;
  }

  #drop(length: number): void {
    if (length === 0) return;
    this.#between(this.#held.toString('utf8', 0, Math.min(length, LONGEST_LINE)), this.#at);
    this.#forget(length);
  }

  #forget(length: number): void {
    this.#at += this.#decoder === null ? length : 2 * this.#held.toString('utf8', 0, length).length;
    this.#held = this.#held.subarray(length);
    this.#seen = 0;
  }
}

/** Windows writes UTF-8 or little-endian UTF-16, with a mark or without. */
function decoderOf([first, second]: Buffer): TextDecoder | null {
  const wide = (first === 0xff && second === 0xfe) || (first === LESS && second === 0);
  return wide ? new TextDecoder('utf-16le') : null;
}
