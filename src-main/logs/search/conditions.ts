import { foldText } from '../index/fold.ts';
import type { IndexView } from '../index/index-view.ts';
import { NONE } from '../index/packed-numbers.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { gramBits } from '../index/grams.ts';
import { OTHER } from '../index/words.ts';
import type { NamedField } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import type { BlockUnderSearch } from './block-under-search.ts';
import { Needle } from './needle.ts';
import { literalOf, type ValueMatch, valueMatch } from './value-match.ts';

/** One part of a query. Takes rows of a block out of `left` that it does not hold for. */
export interface Condition {
  /** Cheap ones are asked first: 0 looks at columns, 1 unpacks text, 2 takes rows apart. */
  readonly cost: number;
  /** @param left 1 for each row of the block that still counts */
  keep(block: BlockUnderSearch, left: Uint8Array): void;
}

/** The row's text, or what it says decoded, holds this. */
export function holdsText(text: string, isPrefix: boolean): Condition {
  const needle = foldText(text);
  // Upper and lower case of letters beyond ASCII are two things to the bytes: both spellings are looked for.
  const other = foldText(text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase());
  const needles = other.equals(needle) ? [needle] : [needle, other];
  const sought = needles.map((bytes) => ({ needle: new Needle(bytes, isPrefix), bits: gramBits(bytes) }));
  return {
    cost: 1,
    keep(block, left) {
      const possible = sought.filter(({ bits }) => block.mayHold(bits));
      const open = possible.length === 0 ? 0 : countOf(left);
      if (open === 0) {
        left.fill(0);
        return;
      }
      const found = new Uint8Array(block.rows);
      for (const { needle } of possible) {
        if (open * FEW < left.length) markOpenRows(block, needle, left, found);
        else {
          markRows(block, needle, found);
          markDecoded(block, needle, found);
        }
      }
      for (let i = 0; i < found.length; i++) if (found[i] === 0) left[i] = 0;
    },
  };
}

/** Where fewer than one row in so many still counts, each of them is looked at, and not the whole block. */
const FEW = 4;

function countOf(left: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < left.length; i++) count += left[i] ?? 0;
  return count;
}

function markOpenRows(block: BlockUnderSearch, needle: Needle, left: Uint8Array, found: Uint8Array): void {
  const { raw, starts } = block;
  for (let row = left.indexOf(1); row !== -1; row = left.indexOf(1, row + 1)) {
    // Without the line end, as no needle has one.
    const isThere = needle.find(raw, starts[row] ?? 0, (starts[row + 1] ?? 1) - 1) !== -1;
    if (isThere || isIn(needle, block.decodedRow(row))) found[row] = 1;
  }
}

const isIn = (needle: Needle, text: Uint8Array | null): boolean =>
  text !== null && needle.find(text, 0, text.length) !== -1;

function markRows(block: BlockUnderSearch, needle: Needle, found: Uint8Array): void {
  const { raw, starts, rows } = block;
  let row = 0;
  for (let at = needle.find(raw, 0, raw.length); at !== -1;) {
    row = rowAt(starts, at, row, rows);
    found[row] = 1;
    const next = starts[row + 1] ?? raw.length;
    at = needle.find(raw, next, raw.length);
  }
}

function markDecoded(block: BlockUnderSearch, needle: Needle, found: Uint8Array): void {
  for (const { row, text } of block.decoded) {
    if (found[row] === 0 && isIn(needle, text)) found[row] = 1;
  }
}

/** The row that holds a place; it is not before `low`. */
function rowAt(starts: Uint32Array, at: number, from: number, rows: number): number {
  let [low, high] = [from, rows - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A common text column has a value. What is not numbered any more is looked for in the row's text. */
export function hasWord(view: IndexView, column: number, name: string, wanted: string): Condition {
  const match = valueMatch(wanted, name === 'address' || name === 'destination');
  const words = view.words[column];
  const accepted = new Uint8Array((words?.count ?? 0) + 1);
  let isAny = false;
  for (let number = 1; number < accepted.length; number++) {
    if (!match(words?.textOf(number) ?? '')) continue;
    accepted[number] = 1;
    isAny = true;
  }
  const literal = literalOf(wanted);
  const other = literal === '' ? null : holdsText(literal, false);
  return {
    cost: 0,
    keep(block, left) {
      const values = view.column(block.segment, name);
      if (values.length === 0 || (!isAny && other === null)) {
        left.fill(0);
        return;
      }
      let rest: Uint8Array | null = null;
      for (let i = 0; i < left.length; i++) {
        const value = values[block.from + i] ?? 0;
        if (value === OTHER) {
          rest ??= new Uint8Array(left.length);
          rest[i] = left[i] ?? 0;
        } else if (accepted[value] !== 1) left[i] = 0;
      }
      if (rest === null) return;
      const kept = Uint8Array.from(rest);
      if (other === null) kept.fill(0);
      else other.keep(block, kept);
      for (let i = 0; i < left.length; i++) if (rest[i] === 1) left[i] = kept[i] ?? 0;
    },
  };
}

/** A common number column has a value that fits. */
export const hasNumber = (view: IndexView, name: string, fits: (value: number) => boolean): Condition => ({
  cost: 0,
  keep(block, left) {
    const values = view.column(block.segment, name);
    if (values.length === 0) left.fill(0);
    for (let i = 0; i < left.length; i++) {
      const value = values[block.from + i] ?? NONE;
      if (left[i] === 1 && (value === NONE || !fits(value))) left[i] = 0;
    }
  },
});

/** Rows of some sources. */
export const ofSources = (wanted: ReadonlySet<number>): Condition => ({
  cost: 0,
  keep(block, left) {
    if (!wanted.has(block.segment.source)) left.fill(0);
  },
});

/** Rows with a mark, such as those without a time. */
export const hasFlag = (view: IndexView, name: keyof typeof rowFlags): Condition => ({
  cost: 0,
  keep(block, left) {
    const flags = view.column(block.segment, rowColumns.flags);
    for (let i = 0; i < left.length; i++) {
      if (((flags[block.from + i] ?? 0) & rowFlags[name]) === 0) left[i] = 0;
    }
  },
});

/** Takes a row apart again. */
export type FieldsOf = (source: number, raw: string, context: string) => readonly NamedField[];

/** A field that only some formats have. Rows whose text does not hold the value are not taken apart. */
export function hasField(
  view: IndexView,
  fieldsOf: FieldsOf,
  name: string,
  fits: ValueMatch,
  literal: string,
): Condition {
  const first = literal === '' ? null : holdsText(literal, false);
  const decoder = new TextDecoder();
  return {
    cost: 2,
    keep(block, left) {
      first?.keep(block, left);
      if (!left.includes(1)) return;
      const { raw, starts } = block;
      for (let i = 0; i < left.length; i++) {
        if (left[i] === 0) continue;
        const text = decoder.decode(raw.subarray(starts[i] ?? 0, (starts[i + 1] ?? 1) - 1));
        const context = view.contextAt(block.segment, block.from + i);
        const fields = fieldsOf(block.segment.source, text, context);
        if (!fields.some((field) => field.name.toLowerCase() === name && fits(field.value))) left[i] = 0;
      }
    },
  };
}

export const allOf = (parts: readonly Condition[]): Condition => {
  const inOrder = parts.toSorted((a, b) => a.cost - b.cost);
  return {
    cost: Math.max(0, ...parts.map(({ cost }) => cost)),
    keep(block, left) {
      for (const part of inOrder) part.keep(block, left);
    },
  };
};

export const anyOf = (parts: readonly Condition[]): Condition => {
  const inOrder = parts.toSorted((a, b) => a.cost - b.cost);
  return {
    cost: Math.max(0, ...parts.map(({ cost }) => cost)),
    keep(block, left) {
      const open = Uint8Array.from(left);
      const kept = new Uint8Array(left.length);
      for (const part of inOrder) {
        const some = Uint8Array.from(open);
        part.keep(block, some);
        for (let i = 0; i < some.length; i++) {
          if (some[i] === 0) continue;
          kept[i] = 1;
          open[i] = 0;
        }
      }
      left.set(kept);
    },
  };
};

export const noneOf = (part: Condition): Condition => ({
  cost: part.cost,
  keep(block, left) {
    const some = Uint8Array.from(left);
    part.keep(block, some);
    for (let i = 0; i < left.length; i++) if (some[i] === 1) left[i] = 0;
  },
});
