import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createDecipheriv, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import type { CaseKey } from '../../../src-main/store/case-key.ts';
import { keyOfFile } from '../../../src-main/store/open-case.ts';
import { bundled } from '../../support/bundled.ts';
import { entriesSeen, entriesWithKey, faultEngine, verdict } from '../../support/fault-engine.ts';
import { full } from '../../support/scale.ts';
import { say, seeded } from '../../support/seed.ts';

/**
 * What a kill leaves in the main file is some pages of the state before a note beside some of the state after it.
 * Here such files are made on purpose: in the order SQLite writes, and, as after a power cut, in any order.
 */
const PASS = 'torn in the middle of a page';
const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), 'holdfast-torn-'));
const file = (name: string): string => join(folder, name);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Numbers from 0 of the pages that differ under their encryption: SQLite also writes pages whose content is as it was,
 * each under a new initialisation vector (FORMAT.md §3.1), and such a page tears nothing.
 */
function changedPages(before: Buffer, after: Buffer, key: CaseKey): number[] {
  const pages = Array.from({ length: after.length / PAGE }, (_, i) => i);
  return pages.filter(
    (i) => !page(before, i).equals(page(after, i)) && !plain(before, i, key).equals(plain(after, i, key)),
  );
}

/** Without the counters of the first page that go on with each writing; where they alone differ, nothing is torn either. */
function plain(bytes: Buffer, i: number, { encryption }: CaseKey): Buffer {
  const at = page(bytes, i);
  if (at.length < PAGE) return at;
  const cipher = createDecipheriv('aes-256-cbc', encryption, at.subarray(PAGE - 80, PAGE - 64));
  const text = cipher.setAutoPadding(false).update(at.subarray(i === 0 ? 16 : 0, PAGE - 80));
  if (i === 0) text.fill(0, 24 - 16, 28 - 16).fill(0, 92 - 16, 100 - 16);
  return text;
}

/**
 * Whether only pages behind the old end were written, and of the first page at the most how many pages there are: then
 * every page of the state before is as it was, nothing refers to the new ones, and no entry is torn.
 */
function isWholeBefore(written: readonly number[], before: Buffer, after: Buffer, key: CaseKey): boolean {
  const withoutSize = (bytes: Buffer): Buffer => plain(bytes, 0, key).fill(0, 28 - 16, 32 - 16);
  const onlyTheSize = withoutSize(before).equals(withoutSize(after));
  return written.every((at) => at * PAGE >= before.length || (at === 0 && onlyTheSize));
}

const page = (bytes: Buffer, i: number): Buffer => bytes.subarray(i * PAGE, (i + 1) * PAGE);

function mixed(before: Buffer, after: Buffer, written: readonly number[]): Buffer {
  const size = Math.max(before.length, ...written.map((i) => (i + 1) * PAGE));
  const torn = Buffer.alloc(size);
  before.copy(torn);
  for (const i of written) page(after, i).copy(torn, i * PAGE);
  return torn;
}

const dice = seeded('torn files');

/** The pages of a note in every order that matters: as they are written, one alone, all but one, any. */
function tornWays(changed: readonly number[], before: Buffer): number[][] {
  const ways = [
    // How long the file is, and what is new at its end.
    changed.filter((i) => i === 0 || i * PAGE >= before.length),
    ...changed.map((_, i) => changed.slice(0, i + 1)),
    ...changed.map((i) => [i]),
    ...changed.map((i) => changed.filter((other) => other !== i)),
    ...Array.from({ length: 4 }, () => changed.filter(() => dice.next() < 0.5)),
  ].filter((way) => way.length > 0 && way.length < changed.length);
  const distinct = [...new Map(ways.map((way) => [way.join(), way])).values()];
  return full ? distinct : distinct.filter(() => dice.next() < 10 / distinct.length);
}

async function tear(name: string, notes: number, ballast: number): Promise<number> {
  const path = file(`${name}.holdfast`);
  const writer = faultEngine(file(`${name}-profile`), bundled);
  // A device that never saw the case, so that only the file itself can tell; one as in the window, one as on the CLI.
  const readers = [true, false].map((mayBlock) => faultEngine(file(`${name}-reader`), bundled, mayBlock));
  expect((await writer.call('case.create', { path, title: name, passphrase: PASS })).ok).toBe(true);
  const key = await keyOfFile(path, passphraseBytes(PASS));
  for (let i = 0; i < ballast; i += 1) {
    writeFileSync(file('ballast'), randomBytes(4 * 1024 * 1024 - 1000));
    const job = await writer.call('evidence.add', { paths: [file('ballast')], mode: 'stored' });
    expect(job.ok).toBe(true);
    while (writer.engine.jobs.running > 0) await new Promise((resume) => setTimeout(resume, 10));
  }
  let looked = 0;
  for (let i = 0; i < notes; i += 1) {
    for (let k = dice.below(25); k > 0; k -= 1) {
      await writer.call('note.add', { text: 'between '.repeat(1 + dice.below(40)), tags: ['host'] });
    }
    const before = readFileSync(path);
    const text = 'x'.repeat(1 + dice.below(i % 3 === 0 ? 9000 : 300));
    const note = await writer.call('note.add', { text, at: '02:14', tags: i % 2 === 0 ? ['alert'] : [] });
    expect(note.ok).toBe(true);
    const after = readFileSync(path);
    const changed = changedPages(before, after, key);
    writeFileSync(file('before.holdfast'), before);
    const entriesBefore = entriesWithKey(file('before.holdfast'), key);
    for (const written of tornWays(changed, before)) {
      const torn = file('torn.holdfast');
      writeFileSync(torn, mixed(before, after, written));
      const what = `pages ${written.join()} of ${changed.join()} (note ${i})`;
      const wholeBefore = isWholeBefore(written, before, after, key);
      for (const reader of full ? readers : [dice.pick(readers)]) {
        const { ok, said } = await verdict(reader, torn, key, true);
        // Pages that nothing refers to are found only where a file is walked page by page, as a small one at its opening.
        const unseen = wholeBefore && written.includes(0) && written.length > 1;
        if (!unseen) expect(ok, `verify found nothing in ${what}: ${said}`).toBe(false);
      }
      // Through the engine from the passphrase on, then with its parts. A window has a large one compared by a thread.
      const reader = looked === 0 ? dice.pick(readers) : ballast > 0 && looked < 8 ? readers[1] : undefined;
      const seen = reader === undefined ? entriesWithKey(torn, key) : await entriesSeen(reader, torn, PASS);
      if (typeof seen === 'string') expect(seen, what).toMatch(/^file-(?:damaged|truncated)$/);
      else {
        expect(wholeBefore, `opened as good: ${what}`).toBe(true);
        expect(seen, what).toEqual(entriesBefore);
      }
      if (!wholeBefore) looked += 1;
    }
    copyFileSync(path, file('whole.holdfast'));
    expect(await verdict(dice.pick(readers), file('whole.holdfast'), key)).toMatchObject({ ok: true });
  }
  await writer.close();
  for (const reader of readers) await reader.close();
  return looked;
}

test('a file that was torn in the middle of a note is reported by open and by verify', async () => {
  const looked = await tear('small', full ? 12 : 3, 0);
  say(`torn files looked at: ${looked}`);
  expect(looked).toBeGreaterThan(10);
});

test('a torn file with megabytes of evidence is reported as well', async () => {
  const looked = await tear('large', full ? 3 : 1, 5);
  say(`large torn files looked at: ${looked}`);
  expect(looked).toBeGreaterThan(3);
});
