import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binDir, root } from '../../scripts/paths.ts';
import { violations } from './planted.ts';

const run = promisify(execFile);
let copy = '';

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-planted-')));
  for (const name of [
    'src-main',
    'src-renderer',
    'scripts',
    'tsconfig.json',
    'oxlint.config.ts',
    'package.json',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Verdict {
  readonly status: number;
  readonly output: string;
}

/** The lint of `npm run lint` on the copy, with the same configuration. */
async function lint(...paths: string[]): Promise<Verdict> {
  const oxlint = realpathSync(join(binDir, 'oxlint'));
  try {
    const { stdout } = await run(process.execPath, [oxlint, '-f', 'unix', ...paths], { cwd: copy });
    return { status: 0, output: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { status: code, output: stdout };
  }
}

/** Each violation in a file of its own: `planted.ts` → `planted-7.ts`. */
const planted = violations.map((violation, number) => ({
  ...violation,
  file: violation.file.replace(/planted\.ts$/u, `planted-${number}.ts`),
}));

function plant({ file, source }: (typeof planted)[number]): () => void {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
  return () => rmSync(path);
}

const isNamed = (output: string, { file, says }: (typeof planted)[number]): boolean =>
  output.split('\n').some((line) => line.startsWith(`${file}:`) && says.test(line));

test('one violation is enough to fail, and without it its folder passes as the whole tree does in `npm run lint`', async () => {
  const [first] = planted;
  if (first === undefined) throw new Error('no violations');
  const folder = dirname(first.file);
  const before = await lint(folder);
  expect(before.status, before.output).toBe(0);
  const remove = plant(first);
  const { status, output } = await lint(folder);
  remove();
  expect(status).toBe(1);
  expect(isNamed(output, first), output).toBe(true);
});

describe('each violation is found, and its file is named', () => {
  let output = '';

  beforeAll(async () => {
    const removals = planted.map(plant);
    ({ output } = await lint(...planted.map(({ file }) => file)));
    for (const remove of removals) remove();
  });

  test.each(planted)('$promise', (violation) => {
    expect(isNamed(output, violation), output).toBe(true);
  });
});
