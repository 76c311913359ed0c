import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programHash } from '../../../src-main/shell/program-hash.ts';

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
