import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { programHash } from '../../../src-main/engine/program-hash.ts';
import { openCaseOf } from '../../../src-main/engine/state.ts';
import { sql } from '../../../src-main/store/sql.ts';
import { bundled } from '../../support/bundled.ts';
import { PASSPHRASE, bench } from '../../support/cli.ts';
import { testEngine } from '../../support/engine.ts';

test('anybody can compute the hash of the program with sha256sum', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-program-'));
  try {
    mkdirSync(join(folder, 'main', 'workers'), { recursive: true });
    mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
    const files = [
      'main/main.cjs',
      'main/main.cjs.map',
      'main/workers/b.cjs',
      'renderer/index.html',
      'renderer/assets/Z.js',
    ];
    for (const name of files) writeFileSync(join(folder, name), `content of ${name}`);
    const command =
      "find main renderer -type f ! -name '*.map' | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d ' ' -f 1";
    const expected = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim();
    expect(await programHash(folder)).toBe(expected);
    writeFileSync(join(folder, 'main/main.cjs.map'), 'changed');
    expect(await programHash(folder)).toBe(expected);
    writeFileSync(join(folder, 'main/main.cjs'), 'changed');
    expect(await programHash(folder)).not.toBe(expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a record says with which program the command line wrote it', async () => {
  const b = bench('program-hash');
  const engine = testEngine(b.path('profile'));
  try {
    const path = b.path('a.holdfast');
    expect(b.cli('new', path, '--title', 'T').status).toBe(0);
    await engine.call('case.open', { path, passphrase: PASSPHRASE });
    const [opened] = openCaseOf(engine.engine).db.all<{ value: string }>(
      sql`SELECT value FROM field WHERE name = 'opened'`,
    );
    const expected = await programHash(join(dirname(bundled.cli), '..'));
    expect(JSON.parse(opened?.value ?? '')).toMatchObject({ program_sha256: expected });
  } finally {
    await engine.close();
    b.clean();
  }
});
