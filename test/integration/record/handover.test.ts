import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

beforeAll(() => {
  b = bench('handover', 'served');
  path = b.path('case.holdfast');
  b.cli('new', path, '--title', 'Uploads <on> WEB01', '--zone', 'Europe/Berlin', '--as', 'Ada');
});

afterAll(() => b.clean());

interface Handover {
  to: string;
  note: string | null;
  steps: { id: string }[];
  deadlines: { id: string }[];
  entries: { text: string }[];
  accepted: { by: { name: string; trust: string } }[];
  superseded: boolean;
}

const handovers = (file = path): Handover[] =>
  (b.cli('handover', file).json.data as { handovers: Handover[] }).handovers;

describe('“I am off, you have it”', () => {
  test('open steps, running deadlines and the last entries go with it, and it waits for the other signature', () => {
    b.cli('fact', path, 'suspected', 'yesterday 23:50', '--as', 'Ada');
    b.cli('plan', 'step', path, 'identify-snapshot', 'done', '--as', 'Ada');
    const note = ['--note', 'watch the firewall log'];
    const given = b.cli('handover', path, '--to', 'Ben', ...note, '--as', 'Ada');
    expect(given.status, given.stdout).toBe(0);
    const [last] = handovers();
    expect(last).toMatchObject({
      to: 'Ben',
      note: 'watch the firewall log',
      accepted: [],
      superseded: false,
    });
    const steps = (last?.steps ?? []).map(({ id }) => id);
    expect(steps).toContain('identify-logs');
    expect(steps).not.toContain('identify-snapshot');
    expect(steps.some((id) => id.startsWith('contain-') || id.startsWith('prepare-'))).toBe(false);
    expect((last?.deadlines ?? []).map(({ id }) => id)).toEqual(['amazon-notice']);
    expect(last?.entries.at(-1)?.text).toContain('Step done: Take a snapshot');
  });

  test('the giver cannot take it over: both sign, each with a key of their own', () => {
    expect(b.cli('handover', path, 'accept', '--as', 'Ada').json).toMatchObject({
      error: { code: 'wrong-use' },
    });
    expect(b.cli('handover', path, '--to', 'ada', '--as', 'Ada').json).toMatchObject({
      error: { code: 'wrong-use' },
    });
  });

  test('on another copy the receiver takes it over, and a merge brings that back', () => {
    const copy = b.path('copy.holdfast');
    const other = { HOLDFAST_PASSPHRASE: 'another passphrase' };
    b.cliWith({ HOLDFAST_NEW_PASSPHRASE: 'another passphrase' }, 'share', 'copy', path, copy, '--as', 'Ada');
    const profile = ['--profile', b.path('ben'), '--as', 'Ben'];
    const taken = b.cliWith(other, 'handover', copy, 'accept', '--note', 'I have it', ...profile);
    expect(taken.status, taken.stdout).toBe(0);
    expect(handovers()[0]?.accepted).toEqual([]);
    b.cliWith({ HOLDFAST_OTHER_PASSPHRASE: 'another passphrase' }, 'merge', path, copy, '--as', 'Ada');
    expect(handovers()[0]?.accepted).toMatchObject([{ by: { name: 'Ben', trust: 'unconfirmed' } }]);
    expect(b.cliWith(other, 'handover', copy, 'accept', ...profile).json).toMatchObject({
      error: { code: 'wrong-use' },
    });
  });

  test('a later one takes the place of one that nobody took over', () => {
    b.cli('handover', path, '--to', 'Carl', '--as', 'Ada');
    b.cli('handover', path, '--to', 'Dora', '--as', 'Ada');
    expect(handovers().map(({ to, superseded }) => [to, superseded])).toEqual([
      ['Dora', false],
      ['Carl', true],
      ['Ben', true],
    ]);
  });

  test('it is one page that says who signed, with nothing loaded and nothing run', () => {
    const out = b.path('handover.html');
    expect(b.cli('handover', path, '--out', out).status).toBe(0);
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('Not yet taken over');
    expect(page).toContain('<bdi>Dora</bdi>');
    expect(page).toContain('Uploads &lt;on&gt; WEB01');
    expect(page).not.toMatch(/<script|src=|href=/);
    expect(b.cli('handover', path, '--out', out).json).toMatchObject({ error: { code: 'already-exists' } });
    expect(b.cli('handover', path, '--out', b.path('x.txt')).status).toBe(2);
    expect(b.cli('handover', path, '--to', 'Eve', '--out', b.path('y.html')).status).toBe(2);
  });
});
