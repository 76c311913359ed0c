import { createHash } from 'node:crypto';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerifyResult } from '../../../src-main/contract/evidence.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;

beforeAll(() => {
  b = bench('evidence-verify');
});

afterAll(() => {
  b.clean();
});

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

function written(name: string): string {
  writeFileSync(b.path(name), name);
  return b.path(name);
}

describe('evidence verify finds what is no longer what was added', () => {
  test('a changed, a missing and an unchanged file: exit 1, each result recorded', async () => {
    const [changed, missing, same] = ['changed.log', 'missing.log', 'same.log'].map((name) => written(name));
    const other = await smallCase(b.path('case.holdfast'), b.path('profile'));
    const engine = openEngine(b.path('profile'));
    await engine.open(other);
    await engine.job('evidence.add', {
      paths: [changed ?? '', missing ?? '', same ?? ''],
      mode: 'reference',
    });
    await engine.close();
    appendFileSync(changed ?? '', 'x');
    rmSync(missing ?? '');
    const answer = b.cli('evidence', 'verify', other);
    expect(answer.status).toBe(1);
    const { results } = answer.json.data as { results: VerifyResult[] };
    const expected = sha256(Buffer.from('changed.log'));
    expect(results).toMatchObject([
      { exhibit: 'EV-001', ok: false, expected, found: sha256(Buffer.from('changed.logx')) },
      { exhibit: 'EV-002', ok: false, found: '' },
      { exhibit: 'EV-003', ok: true, reason: 'same hash' },
    ]);
    expect(results[1]?.reason).toContain(missing);
    const shown = b.cli('evidence', 'show', other, 'EV-001').json.data;
    expect(shown.custody.map(({ event }: { event: string }) => event)).toEqual(['collected', 'verified']);
    expect(shown.custody[1]).toMatchObject({ hashBefore: expected, hashAfter: results[0]?.found });
    expect(shown.exhibit.lastVerified).toMatchObject({ ok: false });
    expect(b.cli('evidence', 'verify', other, 'EV-003').status).toBe(0);
    const unknown = b.cli('evidence', 'verify', other, 'EV-009');
    expect(unknown.json.error).toMatchObject({ code: 'exhibit-unknown' });
    expect(unknown.status).toBe(2);
  });
});
