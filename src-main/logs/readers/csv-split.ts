import { findByte } from '../reading/find.ts';
import type { Columns } from './w3c-columns.ts';

const QUOTE = 34;

/** Splits one record (RFC 4180); filled besides: whether a value holds doubled quotes. */
export class CsvColumns implements Pick<Columns, 'starts' | 'ends' | 'count'> {
  readonly starts = new Int32Array(1024);
  readonly ends = new Int32Array(1024);
  readonly doubled = new Uint8Array(1024);
  count = 0;
  /** A quote that was never closed. */
  isOpen = false;

  /** A quote begins a quoted value only at its start, and ends it only before a delimiter or the record's end. */
  split(bytes: Uint8Array, from: number, to: number, delimiter: number): void {
    let [count, at] = [0, from];
    const { doubled, ends, starts } = this;
    this.isOpen = false;
    while (count < starts.length) {
      doubled[count] = 0;
      if (bytes[at] === QUOTE && at < to) {
        const close = this.closing(bytes, at + 1, to, delimiter, count);
        this.isOpen ||= close === -1;
        starts[count] = at + 1;
        ends[count++] = close === -1 ? to : close;
        at = close === -1 ? to : close + 1;
      } else {
        starts[count] = at;
        while (at < to && bytes[at] !== delimiter) at++;
        ends[count++] = at;
      }
      if (at >= to) break;
      at++;
    }
    this.count = count;
  }

  /** Whether a quoted value is open behind a line, so that the next one goes on with it. */
  isOpenBehind(bytes: Uint8Array, from: number, to: number, delimiter: number, wasOpen: boolean): boolean {
    if (!wasOpen && findByte(bytes, QUOTE, from, to) === -1) return false;
    let [at, isQuoted] = [from, wasOpen];
    while (at < to) {
      if (!isQuoted && bytes[at] === QUOTE) {
        isQuoted = true;
        at++;
      }
      if (isQuoted) {
        const close = this.closing(bytes, at, to, delimiter, 0);
        if (close === -1) return true;
        isQuoted = false;
        at = close + 2;
      } else {
        const next = findByte(bytes, delimiter, at, to);
        if (next === -1) return false;
        at = next + 1;
      }
    }
    // A line that is empty, or a quote at its very end.
    return isQuoted;
  }

  private closing(bytes: Uint8Array, from: number, to: number, delimiter: number, i: number): number {
    for (let at = from; at < to; at++) {
      if (bytes[at] !== QUOTE) continue;
      if (at + 1 >= to || bytes[at + 1] === delimiter) return at;
      if (bytes[at + 1] === QUOTE) at++;
      this.doubled[i] = 1;
    }
    return -1;
  }
}

/** What separates the values of a heading: the one of `, ; tab |` that stands there most often outside of quotes. */
export function delimiterOf(heading: string): number {
  const bare = heading.replaceAll(/"(?:[^"]|"")*"/g, '');
  let [best, most] = [',', 0];
  for (const candidate of [',', ';', '\t', '|']) {
    const count = bare.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best.charCodeAt(0);
}
