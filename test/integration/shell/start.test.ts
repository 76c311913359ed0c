import { expect, test } from 'vitest';
import { ownArguments, readStart } from '../../../src-main/shell/arguments.ts';
import { hasDisplay } from '../../../src-main/shell/display.ts';
import { engineEnvironment } from '../../../src-main/shell/engine-environment.ts';
import { refusedStart, testSwitches } from '../../../src-main/shell/test-switches.ts';

test.each([
  [[], { kind: 'window', path: null }],
  [['--no-sandbox', '--disable-gpu'], { kind: 'window', path: null }],
  [['case.holdfast'], { kind: 'window', path: '/home/anna/case.holdfast' }],
  [['/x/note'], { kind: 'window', path: '/x/note' }],
  [['./note'], { kind: 'window', path: '/home/anna/note' }],
  [
    ['note', 'a.holdfast', '--no-sandbox-today'],
    { kind: 'command', argv: ['note', 'a.holdfast', '--no-sandbox-today'] },
  ],
  [['--no-sandbox', 'note', 'a', 'text'], { kind: 'command', argv: ['note', 'a', 'text'] }],
  [['--', 'evidence', 'add', '--type=log'], { kind: 'command', argv: ['evidence', 'add', '--type=log'] }],
  [['note', 'a', '--', '-x'], { kind: 'command', argv: ['note', 'a', '--', '-x'] }],
  [['--profile', 'note', 'info', 'a'], { kind: 'command', argv: ['--profile', 'note', 'info', 'a'] }],
  [['--json', 'nonsense'], { kind: 'command', argv: ['--json', 'nonsense'] }],
  [['--help'], { kind: 'command', argv: ['--help'] }],
] as const)('started with %j it is %j', (argv, start) => {
  expect(readStart(argv, '/home/anna')).toEqual(start);
});

test('from a checkout the folder of the app is no argument of the person', () => {
  expect(ownArguments(['electron', '--no-sandbox', '/repo', 'a.holdfast'], false)).toEqual([
    '--no-sandbox',
    'a.holdfast',
  ]);
  expect(ownArguments(['holdfast', 'a.holdfast'], true)).toEqual(['a.holdfast']);
});

test('no passphrase and no loader variable reaches the engine', () => {
  const env = {
    HOME: '/h',
    TZ: 'UTC',
    HOLDFAST_PASSPHRASE: 'x',
    NODE_OPTIONS: '-r x',
    LD_PRELOAD: 'x',
    Path: 'x',
    Temp: 't',
  };
  expect(engineEnvironment(env)).toEqual({ HOME: '/h', TZ: 'UTC', Temp: 't' });
});

test('a release obeys nothing that tests set, and starts with no switch that lets others look in', () => {
  const env = {
    HOLDFAST_NOW: '2026-11-24T02:13:00.000Z',
    HOLDFAST_CASES: '/c',
    HOLDFAST_NATIVE_BINDING: '/n',
    HOLDFAST_PSEUDO: '1',
  };
  const none = { now: null, casesFolder: null, nativeBinding: null, pseudo: false };
  expect(testSwitches(env, false)).toEqual(none);
  expect(testSwitches(env, true)).toEqual({
    now: env.HOLDFAST_NOW,
    casesFolder: '/c',
    nativeBinding: '/n',
    pseudo: true,
  });
  expect(testSwitches({}, true)).toEqual(none);
  const started = (...names: string[]) => ({
    commandLine: { hasSwitch: (name: string) => names.includes(name) } as never,
  });
  expect(refusedStart('window', started(), {}, false)).toBeNull();
  expect(refusedStart('window', started(), env, false)).toContain('HOLDFAST_NOW');
  expect(refusedStart('window', started('remote-debugging-port'), {}, true)).toContain(
    '--remote-debugging-port',
  );
  expect(refusedStart('window', started('no-sandbox'), {}, false)).toContain('--no-sandbox');
  expect(refusedStart('window', started('no-sandbox'), {}, true)).toBeNull();
  expect(refusedStart('command', started(), env, false)).toBeNull();
});

test('only Linux can be without a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});
