import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** What npm does with `npm run -s holdfast -- …`, without a start of npm for each of seventy commands. */
const directly = `npm() {
  if [[ "$1 $2 $3 $4" == 'run -s holdfast --' ]]; then
    INIT_CWD="$PWD" node '${join(root, 'scripts', 'run.mjs')}' holdfast "\${@:5}"
  else
    command npm --prefix '${root}' "$@"
  fi
}`;

test('the tour of the README runs as it stands there', () => {
  const blocks = [...readme.matchAll(/```bash tour\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(blocks.length).toBeGreaterThanOrEqual(3);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-tour-'));
  try {
    // The tour is typed in the checkout; the test keeps its files elsewhere.
    const [first = '', ...others] = blocks;
    const script = [`npm() { command npm --prefix '${root}' "$@"; }`, first, directly, ...others].join('\n');
    const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? folder,
        HOLDFAST_PROFILE: join(folder, 'profile'),
        // npm and the command line start a hundred times; what one compiled the next one need not.
        NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'holdfast'),
      },
    });
    expect(stderr).not.toMatch(/error|NOT ADDED/i);
    expect(status).toBe(0);
    expect(stdout).toContain('EV-001 handed over from Web developer to Hosting security, seal 4471');
    expect(stdout.match(/entries consistent; no witness fixes them yet/g)).toHaveLength(3);
    expect(stdout).toMatch(/fixed by a witness up to entry \d+/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
