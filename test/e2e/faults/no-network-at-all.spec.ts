import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { expect, test } from '../fixtures/launch.ts';

/**
 * A network of its own with nothing but the loopback interface, which the test driver needs: the whole way from a
 * cold start to the first durable note, in there.
 */
test('the window works where there is no network at all', async () => {
  const info = test.info();
  test.skip(spawnSync('unshare', ['-n', 'true']).status !== 0, '`unshare -n` is not allowed here');
  const driver = [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--project=e2e'];
  const inside = [
    ...driver,
    'journeys/cold-start',
    '--grep=three Enters',
    '--reporter=line',
    `--output=${info.outputPath('inside')}`,
  ];
  const alone = [
    '-n',
    'sh',
    '-c',
    'ip link set lo up && test "$(ls /sys/class/net | wc -l)" -ge 1 && exec "$@"',
  ];
  const done = spawnSync('unshare', [...alone, 'sh', process.execPath, ...inside], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: info.outputPath('inside.json') },
  });
  expect(done.stdout + done.stderr).toMatch(/\b[1-9]\d* passed/u);
  expect(done.status).toBe(0);
});
