import { packBytes } from './codec.ts';
import { decodePercent } from './fold.ts';
import { FILTER_BYTES, addGrams } from './grams.ts';
import type { PackedAway } from './packed-away.ts';

const PERCENT = 37;

/** The text of some rows, one behind the other, each with a line end. Plain data: it crosses threads. */
export interface RawBlock {
  readonly text: Uint8Array<ArrayBuffer>;
  /** Where each row begins. */
  readonly starts: Uint32Array;
  /**
   * For each row from and to in `text`: a range whose letters are in this block already, such as a browser's name.
   * Marking them again is most of the work of a web server's row. Both 0 where there is none.
   */
  readonly known: Uint32Array;
}

export interface PackedBlock {
  readonly rows: number;
  readonly data: Uint8Array;
  readonly filter: Uint8Array;
}

/** Packs a block and makes its filter. */
export function packBlock(block: RawBlock): PackedAway<PackedBlock> {
  const filter = new Uint8Array(FILTER_BYTES);
  const { text, starts, known } = block;
  for (let row = 0; row < starts.length; row++) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? text.length];
    const [begin, end] = [known[row * 2] ?? 0, known[row * 2 + 1] ?? 0];
    if (end > begin) {
      addGrams(text, from, begin + 3, filter);
      addGrams(text, end - 3, to, filter);
    } else addGrams(text, from, to, filter);
  }
  addDecoded(block, filter);
  return { packed: { rows: starts.length, data: packBytes(text), filter }, spent: text.buffer };
}

/** What rows with `%XX` say decoded, once and twice, is found, too. */
function addDecoded({ text, starts }: RawBlock, filter: Uint8Array): void {
  let scratch = new Uint8Array(0);
  let at = text.indexOf(PERCENT);
  for (let row = 0; at !== -1 && row < starts.length; row++) {
    const [from, to] = [starts[row] ?? 0, (starts[row + 1] ?? text.length) - 1];
    if (at >= to) continue;
    if (scratch.length < (to - from) * 2) scratch = new Uint8Array((to - from) * 2);
    const once = decodePercent(text, from, to, scratch, 0);
    if (once !== -1) {
      addGrams(scratch, 0, once, filter);
      const twice = decodePercent(scratch, 0, once, scratch, once);
      if (twice !== -1) addGrams(scratch, once, twice, filter);
    }
    at = text.indexOf(PERCENT, to);
  }
}
