import { appendFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { handClock } from '../../support/full-case.ts';
import { openEngine } from '../../support/open-engine.ts';
import { sayFact } from '../../support/say-fact.ts';

const bench = evidenceBench('preview-original');

beforeEach(async () => bench.newCase());

test('an original that stayed where it was is shown as long as it has its hash, and not a byte of it after', async () => {
  const path = bench.written('iis.log', 'GET /uploads/img.cfm\n');
  await bench.withEngine(async (engine) => {
    await engine.job('evidence.add', { paths: [path], mode: 'reference' });
    const look = async () => engine.ask('evidence.preview', { exhibit: 'EV-001' });
    expect(await look()).toMatchObject({
      hashed: true,
      preview: { kind: 'text', text: 'GET /uploads/img.cfm\n' },
    });

    // Of another length; of the same length; gone; a folder; the open case itself, by another name.
    appendFileSync(path, 'more');
    expect(await look()).toEqual({
      exhibit: 'EV-001',
      size: 21,
      hashed: false,
      preview: { kind: 'changed', path, size: 25, sha256: null },
    });
    writeFileSync(path, 'GET /uploads/xyz.cfm\n');
    expect((await look()).preview).toEqual({
      kind: 'changed',
      path,
      size: 21,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    rmSync(path);
    expect(await engine.refused('evidence.preview', { exhibit: 'EV-001' })).toMatchObject({
      code: 'file-missing',
    });
    mkdirSync(path);
    expect(await engine.refused('evidence.preview', { exhibit: 'EV-001' })).toMatchObject({
      code: 'not-a-file',
    });
    rmSync(path, { recursive: true });
    linkSync(bench.path, path);
    expect(await engine.refused('evidence.preview', { exhibit: 'EV-001' })).toMatchObject({
      code: 'wrong-use',
    });
    rmSync(path);

    // Control: the same bytes again.
    writeFileSync(path, 'GET /uploads/img.cfm\n');
    expect(await look()).toMatchObject({ hashed: true, preview: { kind: 'text' } });
  });
  // A year later it is disposed of: what lies at its path is not looked at any more.
  const later = openEngine(bench.b.path('profile'), { clock: handClock('2027-12-01T00:00:00.000Z') });
  try {
    await later.open(bench.path);
    sayFact(later, 'ended', '2026-11-18T00:00:00.000Z');
    await later.ask('custody.record', { exhibit: 'EV-001', event: 'disposed', method: 'shredded' });
    const gone = await later.refused('evidence.preview', { exhibit: 'EV-001' });
    expect(gone).toMatchObject({ code: 'bytes-not-here' });
    expect(gone.message).toContain('disposed');
  } finally {
    await later.close();
  }
});

test('a look at an original writes nothing, and shows the beginning of a large one that was hashed whole', async () => {
  const large = Buffer.alloc(20 * 1024 * 1024, 'a line of a log\n');
  const path = bench.written('large.log', large);
  await bench.withEngine(async (engine) => {
    await engine.job('evidence.add', { paths: [path], mode: 'reference' });
    const before = (await engine.ask('case.info', {})).entries;
    const look = async () => engine.ask('evidence.preview', { exhibit: 'EV-001' });
    expect(await look()).toMatchObject({ hashed: true, preview: { kind: 'text', shown: 65_536 } });
    expect((await engine.ask('case.info', {})).entries).toBe(before);
    // The last byte counts as well, though it is not shown.
    large[large.length - 1] = 0x21;
    writeFileSync(path, large);
    expect((await look()).preview.kind).toBe('changed');
  });
});
