/** Nested objects and arrays may be so deep; `JSON.parse` would overflow the stack much later, and kill the worker. */
const DEEPEST = 64;
/** Members beyond are scanned and not kept. */
const MOST = 512;
const SLOTS = 1024;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN = 123;
const CLOSE = 125;

/** What stands in a value. */
export const jsonKinds = { bare: 0, text: 1, escaped: 2, nested: 3 } as const;

export type JsonOutcome = 'object' | 'too-deep' | 'broken';

/**
 * The members of one JSON object as ranges of bytes: nothing is parsed that nobody looks at, and a number keeps all of
 * its digits. Of a key that stands twice the last value is kept, in the place of the first.
 */
export class JsonMembers {
  readonly keyStarts = new Int32Array(MOST);
  readonly keyEnds = new Int32Array(MOST);
  /** Of a text without its quotes. */
  readonly starts = new Int32Array(MOST);
  readonly ends = new Int32Array(MOST);
  /** Of `jsonKinds`. */
  readonly kinds = new Uint8Array(MOST);
  count = 0;
  duplicates = 0;
  /** Place of a key by its hash; of another row where the stamp is another. */
  private readonly slots = new Int16Array(SLOTS);
  private readonly stamps = new Int32Array(SLOTS);
  private stamp = 0;
  private readonly closers = new Uint8Array(DEEPEST);

  read(bytes: Uint8Array, from: number, to: number): JsonOutcome {
    this.count = 0;
    this.duplicates = 0;
    this.stamp++;
    let at = skip(bytes, from, to);
    if (bytes[at] !== OPEN || at >= to) return 'broken';
    at = skip(bytes, at + 1, to);
    if (bytes[at] === CLOSE && at < to) return this.isOver(bytes, at + 1, to);
    for (;;) {
      if (at >= to || bytes[at] !== QUOTE) return 'broken';
      const keyEnd = textEnd(bytes, at + 1, to);
      if (keyEnd === -1) return 'broken';
      const member = this.place(bytes, at + 1, keyEnd);
      at = skip(bytes, keyEnd + 1, to);
      if (at >= to || bytes[at] !== COLON) return 'broken';
      at = skip(bytes, at + 1, to);
      const end = this.value(bytes, at, to, member);
      if (end < 0) return end === TOO_DEEP ? 'too-deep' : 'broken';
      at = skip(bytes, end, to);
      if (at >= to) return 'broken';
      if (bytes[at] === CLOSE) return this.isOver(bytes, at + 1, to);
      if (bytes[at] !== COMMA) return 'broken';
      at = skip(bytes, at + 1, to);
    }
  }

  private isOver(bytes: Uint8Array, from: number, to: number): JsonOutcome {
    return skip(bytes, from, to) === to ? 'object' : 'broken';
  }

  /** @returns where to keep the value of a key; MOST for nowhere */
  private place(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
    let slot = hash & (SLOTS - 1);
    while (this.stamps[slot] === this.stamp) {
      const other = this.slots[slot] ?? 0;
      if (this.isKey(bytes, from, to, other)) {
        this.duplicates++;
        return other;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.count === MOST) return MOST;
    this.stamps[slot] = this.stamp;
    this.slots[slot] = this.count;
    this.keyStarts[this.count] = from;
    this.keyEnds[this.count] = to;
    return this.count++;
  }

  private isKey(bytes: Uint8Array, from: number, to: number, other: number): boolean {
    const start = this.keyStarts[other] ?? 0;
    if ((this.keyEnds[other] ?? 0) - start !== to - from) return false;
    for (let i = from, j = start; i < to; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  }

  /** @returns behind the value; negative where there is none */
  private value(bytes: Uint8Array, at: number, to: number, member: number): number {
    const first = at < to ? (bytes[at] ?? 0) : 0;
    if (first === QUOTE) {
      const end = textEnd(bytes, at + 1, to);
      if (end === -1) return BROKEN;
      this.keep(member, at + 1, end, hasEscape(bytes, at + 1, end) ? jsonKinds.escaped : jsonKinds.text);
      return end + 1;
    }
    if (first === OPEN || first === OPEN_ARRAY) {
      const end = this.nestedEnd(bytes, at, to);
      if (end >= 0) this.keep(member, at, end, jsonKinds.nested);
      return end;
    }
    let end = at;
    while (end < to && isBare(bytes[end] ?? 0)) end++;
    if (end === at) return BROKEN;
    this.keep(member, at, end, jsonKinds.bare);
    return end;
  }

  private keep(member: number, from: number, to: number, kind: number): void {
    if (member === MOST) return;
    this.starts[member] = from;
    this.ends[member] = to;
    this.kinds[member] = kind;
  }

  /** Brackets have to match; what stands between is not looked at. */
  private nestedEnd(bytes: Uint8Array, from: number, to: number): number {
    let depth = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        at = textEnd(bytes, at + 1, to);
        if (at === -1) return BROKEN;
      } else if (byte === OPEN || byte === OPEN_ARRAY) {
        // The object itself is one.
        if (depth === DEEPEST - 1) return TOO_DEEP;
        this.closers[depth++] = byte + 2;
      } else if (byte === CLOSE || byte === CLOSE_ARRAY) {
        if (this.closers[--depth] !== byte) return BROKEN;
        if (depth === 0) return at + 1;
      }
    }
    return BROKEN;
  }
}

const BROKEN = -1;
const TOO_DEEP = -2;

function skip(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0) <= 32 && isSpace(bytes[at])) at++;
  return at;
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 9 || byte === 10 || byte === 13;

/** Letters, digits, sign and dot: what numbers and `true`, `false`, `null` are made of. */
const isBare = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) ||
  (byte >= 97 && byte <= 122) ||
  byte === 45 ||
  byte === 46 ||
  byte === 43 ||
  byte === 69;

/** Where the closing quote stands; -1 where none does. */
function textEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at++;
  }
  return -1;
}

function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === BACKSLASH) return true;
  return false;
}
