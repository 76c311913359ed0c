import { Damage, type DamageKind } from './damage.ts';

/** What a hostile file may cost. Whole numbers that do not depend on the clock: the same file gives the same rows. */
export const EVTX_LIMITS = {
  /** Elements inside each other. */
  depth: 64,
  /** Binary XML inside a value of binary XML. */
  nested: 8,
  /** Characters that one record may grow to, as XML and as named data each. */
  record: 1024 * 1024,
  /** Characters that all records of one chunk may grow to. Real ones stay below a tenth of it. */
  chunk: 16 * 1024 * 1024,
  /** Tokens of binary XML in one chunk. Real ones stay below a tenth of it. */
  steps: 1_000_000,
} as const;

/** What is left of the limits of one chunk. */
export class ChunkBudget {
  #steps: number = EVTX_LIMITS.steps;
  readonly xml: Allowance = { left: EVTX_LIMITS.chunk };
  readonly data: Allowance = { left: EVTX_LIMITS.chunk };

  /** @throws Damage when the chunk has used up what it may */
  step(cost = 1): void {
    this.#steps -= cost;
    if (this.#steps < 0) throw new Damage('chunk-limit');
  }
}

/** Characters that the records of one chunk may still grow to. */
export interface Allowance {
  left: number;
}

/** Text of one record that grows within its limit and that of its chunk. */
export class BoundedText {
  text = '';
  #left: number;
  readonly #limit: DamageKind;
  readonly #ofChunk: Allowance;

  constructor(ofChunk: Allowance) {
    this.#ofChunk = ofChunk;
    this.#limit = ofChunk.left < EVTX_LIMITS.record ? 'chunk-limit' : 'record-limit';
    this.#left = Math.min(EVTX_LIMITS.record, ofChunk.left);
  }

  /** @throws Damage when the text would be too long; nothing is added then */
  add(more: string): void {
    this.charge(more.length);
    this.text += more;
  }

  /** Counts characters that are kept elsewhere. @throws Damage as `add` */
  charge(length: number): void {
    if (length > this.#left) throw new Damage(this.#limit);
    this.#left -= length;
    this.#ofChunk.left -= length;
  }
}
