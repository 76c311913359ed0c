import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineProcess } from '../../../src-main/engine/create-engine.ts';
import { bundled } from '../../support/bundled.ts';
import { faultEngine } from '../../support/fault-engine.ts';
import { generateCase } from '../../support/generate-record.ts';
import { full } from '../../support/scale.ts';
import { say } from '../../support/seed.ts';

/**
 * Notes while the machine works on something else. The bounds only catch an engine that stands still; the figures
 * that count are measured by the bench, alone on its machine.
 */
const PASS = 'a note never waits';
const folder = mkdtempSync(join(tmpdir(), 'holdfast-latency-'));
const P95 = 250;
const WORST = 1500;
let engine: EngineProcess;

beforeAll(() => {
  // As in the window: no step may hold up a note.
  engine = faultEngine(join(folder, 'profile'), bundled, false);
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes notes with short pauses until the running jobs ended. */
async function notesMeanwhile(what: string, atLeast: number): Promise<void> {
  const times: number[] = [];
  while (engine.engine.jobs.running > 0) {
    const start = performance.now();
    const note = await engine.call('note.add', { text: `meanwhile ${times.length}` });
    times.push(performance.now() - start);
    expect(note.ok).toBe(true);
    await new Promise((resume) => setTimeout(resume, 5));
  }
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  const worst = sorted.at(-1) ?? 0;
  say(`notes while ${what}: ${times.length}, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`);
  expect(times.length).toBeGreaterThanOrEqual(atLeast);
  expect(p95).toBeLessThan(P95);
  expect(worst).toBeLessThan(WORST);
}

test('a note does not wait while a large file is hashed', { timeout: 300_000 }, async () => {
  const size = full ? 4096 : 512;
  const large = join(folder, 'large.bin');
  const piece = randomBytes(1024 * 1024);
  const file = openSync(large, 'w');
  for (let i = 0; i < size; i += 1) writeSync(file, piece);
  closeSync(file);
  const path = join(folder, 'hashing.holdfast');
  expect(await engine.call('case.create', { path, title: 'Hashing', passphrase: PASS })).toMatchObject({
    ok: true,
  });
  expect(await engine.call('evidence.add', { paths: [large], mode: 'reference' })).toMatchObject({
    ok: true,
  });
  await notesMeanwhile(`${size} MiB are hashed`, 10);
  const list = await engine.call('evidence.list', {});
  expect(list.ok && list.data.exhibits[0]?.size).toBe(size * 1024 * 1024);
});

test(
  'a note does not wait while a large record is verified, and the answer is good',
  { timeout: 300_000 },
  async () => {
    const path = join(folder, 'verifying.holdfast');
    await generateCase(path, { entries: full ? 100_000 : 5000, seed: 7, passphrase: PASS });
    let result: unknown;
    engine.engine.host.emit = (name, data) => {
      if (name === 'job.ended') result = data;
    };
    expect(await engine.call('case.open', { path, passphrase: PASS })).toMatchObject({ ok: true });
    for (let round = 0; round < (full ? 3 : 1); round += 1) {
      expect(await engine.call('record.verify', {})).toMatchObject({ ok: true });
      await notesMeanwhile('the record is verified', 10);
      // Notes that come during a check are no problems of the record, nor is a page that is just being written.
      expect(result).toMatchObject({ ok: true, result: { ok: true, problems: [] } });
    }
  },
);
