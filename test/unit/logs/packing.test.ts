import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlockDraft } from '../../../src-main/logs/index/block-draft.ts';
import { IndexBuilder, type Packer, loadWords } from '../../../src-main/logs/index/builder.ts';
import { FILTER_BYTES } from '../../../src-main/logs/index/grams.ts';
import { packBlock } from '../../../src-main/logs/index/pack-block.ts';
import { packNumbers } from '../../../src-main/logs/index/packed-numbers.ts';
import { PackedShelf } from '../../../src-main/logs/index/packed-shelf.ts';
import { SpareMemory } from '../../../src-main/logs/index/spare-memory.ts';
import { iisW3c } from '../../../src-main/logs/readers/iis-w3c.ts';
import { IIS_FIELDS, iisRow } from '../../support/iis-lines.ts';
import { type TestIndex, search, testIndex } from './index.ts';
import { nothingGiven } from './read.ts';

/** Beyond one segment. */
const ROWS = 68_000;
const none = { from: 0, to: 0 };

describe('memory of what is packed', () => {
  it('is used again where it has the usual size, and not kept where it has not', () => {
    const spare = new SpareMemory(8);
    const first = spare.take();
    spare.giveBack(first);
    spare.giveBack(new ArrayBuffer(9));
    expect(spare.take()).toBe(first);
    expect(spare.take()).not.toBe(first);
    expect(spare.take().byteLength).toBe(8);
  });

  it('of a block goes with it and comes back for the next but one', () => {
    const draft = new BlockDraft();
    const row = Buffer.from('first row');
    draft.add(row, 0, row.length, none);
    const { text } = draft.take();
    draft.add(row, 0, 5, none);
    expect(Buffer.from(text).toString()).toBe('first row\n');
    draft.spare.giveBack(text.buffer);
    expect(Buffer.from(draft.take().text).toString()).toBe('first\n');
    draft.add(row, 6, 9, none);
    const third = draft.take().text;
    expect(third.buffer).toBe(text.buffer);
    expect(Buffer.from(third).toString()).toBe('row\n');
  });

  it('of a giant row is not kept', () => {
    const draft = new BlockDraft();
    const giant = Buffer.alloc(1024 * 1024, 'x');
    draft.add(giant, 0, giant.length, none);
    const { text } = draft.take();
    expect(text).toHaveLength(giant.length + 1);
    draft.spare.giveBack(text.buffer);
    draft.take();
    expect(draft.take().text.buffer).not.toBe(text.buffer);
  });

  it('holds the packed blocks of a segment side by side, also beyond its first size', () => {
    const shelf = new PackedShelf();
    for (const count of [20, 1]) {
      for (let i = 0; i < count; i++) {
        shelf.add({
          rows: i,
          data: Buffer.alloc(10_000 + i, i),
          filter: new Uint8Array(FILTER_BYTES).fill(i),
        });
      }
      expect(shelf.rows).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(
        shelf.blocks.map((block) => Buffer.from(block).equals(Buffer.alloc(block.length, block[0]))),
      ).toEqual(Array.from({ length: count }, () => true));
      expect(shelf.blocks.map(({ length }) => length)).toEqual(shelf.rows.map((i) => 10_000 + i));
      expect(shelf.filters).toHaveLength(count * FILTER_BYTES);
      expect(shelf.filters.at(-1)).toBe(count - 1);
      shelf.clear();
      expect(shelf.filters).toHaveLength(0);
    }
  });
});

describe('a log that is packed in another thread', () => {
  let index: TestIndex;
  beforeEach(() => {
    index = testIndex();
  });
  afterEach(() => {
    index.end();
  });

  const rows = Array.from({ length: ROWS }, (_, i) => iisRow(i, { rows: ROWS, seed: 4, shellEvery: 1000 }));
  const source = { exhibit: 'one', member: '', reader: iisW3c.id, given: '{}' };

  /** Answers in order and later, as a thread does, and takes the memory away meanwhile. */
  function slowPacker(): { readonly packer: Packer; most: number } {
    let before: Promise<unknown> = Promise.resolve();
    const state = { most: 0 };
    let waiting = 0;
    const later = <Value>(make: () => Value): Promise<Value> => {
      state.most = Math.max(state.most, ++waiting);
      const answer = before.then(() => {
        waiting--;
        return make();
      });
      before = answer;
      return answer;
    };
    return Object.assign(state, {
      packer: {
        block: (given: Parameters<Packer['block']>[0]) => {
          const block = structuredClone(given, { transfer: [given.text.buffer] });
          return later(() => packBlock(block));
        },
        column: (given: Parameters<Packer['column']>[0]) => {
          const column = structuredClone(given, { transfer: [given.values.buffer] });
          return later(() => packNumbers(column));
        },
      },
    });
  }

  const SLOW = 60_000;

  async function read(waits: boolean): Promise<number> {
    const slow = slowPacker();
    const builder = new IndexBuilder(index.db, loadWords(index.db), source, slow.packer);
    const run = iisW3c.open(nothingGiven, builder);
    run.feed(Buffer.from(`#Fields: ${IIS_FIELDS}\n`));
    for (let at = 0; at < rows.length; at += 1000) {
      run.feed(Buffer.from(rows.slice(at, at + 1000).join('\n') + '\n'));
      if (waits) await builder.room();
    }
    run.end();
    builder.finish(1);
    await builder.settled();
    return slow.most;
  }

  it(
    'has every row in its place, and few blocks wait',
    async () => {
      // Blocks, and the columns of a segment.
      expect(await read(true)).toBeLessThan(60);
      const view = index.view();
      expect(search(view, '')).toEqual(rows);
      expect(search(view, 'whoami')).toEqual(rows.filter((row) => row.includes('whoami')));
      expect(search(view, 'status:500')).toEqual(rows.filter((row) => / 500 0 0 \d+$/.test(row)));
    },
    SLOW,
  );

  it(
    'has them, too, where nobody waits, but then all of them wait (control)',
    async () => {
      expect(await read(false)).toBeGreaterThan(100);
      expect(search(index.view(), '')).toEqual(rows);
    },
    SLOW,
  );
});
