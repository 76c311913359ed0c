import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import type { EvidenceAdded, Exhibit, Extracted } from '../../../src-main/contract/evidence.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';

/** Real logs, which lie beside a checkout and never in it: see the README of that folder. */
const samples = join(root, '..', 'shared', 'samples');
const files = existsSync(samples)
  ? globSync('*/**', { cwd: samples, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .toSorted()
  : [];
const found = files.length > 0;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const title = found ? 'every real sample' : 'skipped: no samples';

// oxlint-disable-next-line vitest/valid-title -- a run without the folder names the reason in its report
describe.skipIf(!found)(title, () => {
  const bench = evidenceBench('samples');
  let hashes: string[] = [];
  let times: number[] = [];
  beforeAll(() => {
    hashes = files.map((file) => sha256(readFileSync(file)));
    times = files.map((file) => statSync(file).mtimeMs);
  });

  test.each(['stored', 'reference'] as const)(
    '%s: hashed, verified, given back as it was',
    { timeout: 180_000 },
    async (mode) => {
      await bench.newCase();
      await bench.withEngine(async (engine) => {
        const { exhibits, failed } = (await engine.job('evidence.add', {
          paths: files,
          mode,
          type: 'log',
          zone: 'UTC',
        })) as EvidenceAdded;
        expect(failed).toEqual([]);
        expect(exhibits.map((exhibit) => exhibit.sha256)).toEqual(hashes);
        for (const exhibit of exhibits) {
          expect(exhibit).toMatchObject({ mode, type: 'log', zone: 'UTC' });
          expect(exhibit.missing).toContain('covers');
        }
        const { results } = (await engine.job('evidence.verify', { exhibits: [] })) as {
          results: { ok: boolean }[];
        };
        expect(results).toHaveLength(files.length);
        expect(results.filter(({ ok }) => !ok)).toEqual([]);
        const out = bench.b.path(`out-${mode}`);
        mkdirSync(out);
        for (const [i, { exhibit }] of exhibits.entries()) {
          if (mode === 'reference') {
            const refused = await engine.refused('evidence.extract', { exhibit, to: out });
            expect(refused).toMatchObject({ code: 'bytes-not-here' });
            continue;
          }
          const extracted = (await engine.job('evidence.extract', { exhibit, to: out })) as Extracted;
          expect(sha256(readFileSync(extracted.path)), files[i]).toBe(hashes[i]);
        }
      });
      expect(bench.b.cli('verify', bench.path).json.data).toMatchObject({ ok: true });
      // Originals are only read.
      expect(files.map((file) => statSync(file).mtimeMs)).toEqual(times);
    },
  );

  test('by the command line: the whole folder as one exhibit, and the list of sha256sum agrees with it', async () => {
    await bench.newCase();
    const added = bench.b.cli('evidence', 'add', bench.path, samples, '--type', 'log').json.data;
    const [exhibit] = added.exhibits as Exhibit[];
    // The README of the folder is one more.
    expect(exhibit).toMatchObject({ mode: 'reference', files: files.length + 1 });
    const list = bench.b.path('SHA256SUMS');
    writeFileSync(list, execFileSync('sha256sum', files));
    const compared = bench.b.cli('evidence', 'compare', bench.path, '--list', list);
    expect(compared.status, compared.stderr).toBe(0);
    const { results, problems } = compared.json.data as { results: { state: string }[]; problems: [] };
    expect(problems).toEqual([]);
    expect(results.map(({ state }) => state)).toEqual(files.map(() => 'same'));
    // The control: one digit of the list changed is found.
    writeFileSync(
      list,
      readFileSync(list, 'utf8').replace(/^(.)/, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(bench.b.cli('evidence', 'compare', bench.path, '--list', list).status).toBe(1);
  });

  const mails = files.filter((file) => file.endsWith('.eml'));
  test.skipIf(mails.length === 0)('mails are listed with their headers', async () => {
    await bench.newCase();
    const added = bench.b.cli('evidence', 'add', bench.path, ...mails).json.data as EvidenceAdded;
    for (const { mail } of added.exhibits) {
      expect(mail?.headers.map(({ name }) => name.toLowerCase())).toContain('from');
    }
  });
});
