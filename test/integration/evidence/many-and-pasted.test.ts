import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { handClock } from '../../support/full-case.ts';
import { sha256Of } from '../../support/mail.ts';
import { openEngine } from '../../support/open-engine.ts';

const bench = evidenceBench('many');

describe('several paths as one exhibit', () => {
  beforeAll(async () => bench.newCase());

  test('the manifest covers these paths and no others, stock tools check it, and verify reads them again', () => {
    for (const folder of ['logs', 'logs/web', 'logs/web/deep']) {
      mkdirSync(bench.b.path(folder), { recursive: true });
    }
    const files = ['logs/a.log', 'logs/web/b.log', 'logs/web/deep/c \n d.log'].map((name) =>
      bench.written(name),
    );
    bench.written('logs/not-this.log');
    symlinkSync('/etc', bench.b.path('logs/web/link'));
    const added = bench.b.cli(
      'evidence',
      'add',
      bench.path,
      files[0] ?? '',
      bench.b.path('logs/web/'),
      files[1] ?? '',
      '--as-one',
    );
    const [exhibit] = added.json.data.exhibits;
    expect(added.json.data.exhibits).toHaveLength(1);
    expect(exhibit).toMatchObject({ mode: 'reference', files: 3, path: bench.b.path('logs') });
    const lines = spawnSync('sha256sum', ['a.log', 'web/b.log', 'web/deep/c \n d.log'], {
      cwd: bench.b.path('logs'),
    }).stdout;
    expect(exhibit.sha256).toBe(sha256Of(lines));
    expect(bench.b.cli('evidence', 'verify', bench.path).json.data.results).toMatchObject([{ ok: true }]);

    // A new file beside them is nothing to this exhibit; a changed one among them is.
    bench.written('logs/another.log');
    expect(bench.b.cli('evidence', 'verify', bench.path).status).toBe(0);
    bench.written('logs/web/b.log', 'changed');
    expect(bench.b.cli('evidence', 'verify', bench.path).status).toBe(1);
    rmSync(bench.b.path('logs/a.log'));
    expect(bench.b.cli('evidence', 'verify', bench.path).json.data.results).toMatchObject([
      { ok: false, reason: expect.stringContaining('logs/a.log') },
    ]);
  });

  test('one that is missing fails the whole, and without --as-one there are as many exhibits as paths', () => {
    const gone = bench.b.cli(
      'evidence',
      'add',
      bench.path,
      bench.written('logs/x.log'),
      bench.b.path('logs/gone.log'),
      '--as-one',
    );
    expect(gone).toMatchObject({
      status: 1,
      json: { data: { exhibits: [], failed: [{ code: 'file-missing' }] } },
    });
    expect(
      bench.b.cli(
        'evidence',
        'add',
        bench.path,
        bench.written('p.log'),
        bench.written('q.log'),
        '--as-one',
        '--store',
      ).status,
    ).toBe(2);
    expect(
      bench.b.cli('evidence', 'add', bench.path, bench.b.path('p.log'), bench.b.path('q.log')).json.data
        .exhibits,
    ).toHaveLength(2);
  });
});

describe('a picture from the clipboard', () => {
  beforeAll(async () => bench.newCase());
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000, 7)]);

  test('it is stored with its own bytes under the time of the case', async () => {
    const engine = openEngine(bench.b.path('profile'), {
      clock: handClock('2026-11-24T01:13:20.000Z'),
    });
    await engine.open(bench.path);
    const { exhibit } = await engine.ask('evidence.add-bytes', { bytes: new Uint8Array(png) });
    await engine.close();
    expect(exhibit).toMatchObject({
      title: 'Screenshot 2026-11-24 02:13.png',
      type: 'screenshot',
      mode: 'stored',
      size: png.length,
      sha256: sha256Of(png),
      bytes: 'here',
    });
    expect(exhibit.path).toBeUndefined();
    const extracted = bench.b.cli('evidence', 'extract', bench.path, 'EV-001', '--to', bench.b.folder);
    expect(extracted.json.data).toMatchObject({ sha256: sha256Of(png) });
    expect(extracted.json.data.path).toMatch(/EV-001-Screenshot 2026-11-24 02_13\.png$/);
    expect(bench.b.cli('verify', bench.path).json.data).toMatchObject({ ok: true });
  });

  test('one that does not fit into the case file is sealed beside it, and nothing else is left there', async () => {
    const large = new Uint8Array(randomBytes(6 * 1024 * 1024));
    large.set(png.subarray(0, 8));
    await bench.withEngine(async (engine) => {
      const { exhibit } = await engine.ask('evidence.add-bytes', { bytes: large });
      expect(exhibit).toMatchObject({
        type: 'screenshot',
        mode: 'stored',
        storedIn: 'evidence-folder',
        size: large.length,
        sha256: sha256Of(Buffer.from(large)),
        bytes: 'here',
      });
    });
    const files = readdirSync(`${bench.path}-evidence`);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatch(/^[0-9a-f]{32}\.age$/);
    const extracted = bench.b.cli('evidence', 'extract', bench.path, 'EV-002', '--to', bench.b.folder);
    expect(extracted.json.data).toMatchObject({ sha256: sha256Of(Buffer.from(large)) });
    expect(bench.b.cli('verify', bench.path).json.data).toMatchObject({ ok: true });
  });

  test('a picture for which there is no room leaves nothing beside the case', async () => {
    const large = new Uint8Array(randomBytes(6 * 1024 * 1024));
    large.set(png.subarray(0, 8));
    const folder = `${bench.path}-evidence`;
    const before = readdirSync(folder);
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    // A file where the folder should be: no half file can be made in it.
    writeFileSync(folder, '');
    await bench.withEngine(async (engine) => {
      expect((await engine.refused('evidence.add-bytes', { bytes: large })).code).not.toBe('bug');
    });
    rmSync(folder);
    renameSync(moved, folder);
    expect(readdirSync(folder)).toEqual(before);
    expect(bench.b.cli('evidence', 'list', bench.path).json.data.exhibits).toHaveLength(2);
  });

  test('what is no picture, and what is larger than 50 MiB, is refused', async () => {
    await bench.withEngine(async (engine) => {
      const refused = await engine.refused('evidence.add-bytes', {
        bytes: new Uint8Array(Buffer.from('MZ')),
      });
      expect(refused).toMatchObject({ code: 'wrong-use' });
      expect(refused.message).toMatch(/no picture/);
      const large = new Uint8Array(50 * 1024 * 1024 + 1);
      large.set(png);
      expect(await engine.refused('evidence.add-bytes', { bytes: large })).toMatchObject({
        code: 'too-large',
      });
    });
  });
});
