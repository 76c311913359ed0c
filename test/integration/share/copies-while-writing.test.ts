import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CopyMade } from '../../../src-main/contract/share.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';
import { full } from '../../support/scale.ts';

const COPIES = full ? 50 : 3;
const PER_SECOND = 200;

let b: Bench;
beforeAll(() => (b = bench('copies-while-writing')));
afterAll(() => b.clean());

test(
  `${COPIES} copies are made while ${PER_SECOND} entries a second are written: all are good, and no entry is lost`,
  { timeout: 600_000 },
  async () => {
    const path = b.path('case.holdfast');
    const engine = openEngine(b.path('profile'));
    await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
    const state = { copying: true };
    const written: string[] = [];
    const writing = (async () => {
      const began = performance.now();
      while (state.copying) {
        // As many as are due: a slow moment is caught up.
        while (state.copying && written.length < ((performance.now() - began) / 1000) * PER_SECOND) {
          written.push((await engine.ask('note.add', { text: `note ${written.length}` })).entry.id);
          // Where the disk is too slow for so many, the copy gets its turn all the same.
          await turn();
        }
        await wait(1);
      }
    })();
    const copies: CopyMade[] = [];
    for (let n = 0; n < COPIES; n += 1) {
      const to = b.path(`copy-${n}.holdfast`);
      copies.push((await engine.job('share.copy', { path: to, newPassphrase: PASSPHRASE })) as CopyMade);
    }
    state.copying = false;
    await writing;
    const { entries } = await engine.ask('timeline.list', { kinds: ['note'] });
    expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(written));
    await engine.close();
    expect(await engine.verify(path)).toMatchObject({ ok: true });
    for (const copy of copies) {
      expect(await engine.verify(copy.path)).toMatchObject({ ok: true, checked: { entries: copy.entries } });
    }
    // They were really made meanwhile: each holds more than the one before.
    const sizes = copies.map((copy) => copy.entries);
    expect(sizes).toEqual(sizes.toSorted((a, z) => a - z));
    expect(sizes.at(-1)).toBeGreaterThan(sizes[0] ?? 0);
  },
);
