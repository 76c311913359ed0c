import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idsOf } from '../../../src-main/domain/plan/check-plan.ts';
import { defaultPlan } from '../../../src-main/domain/plan/default/index.ts';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

beforeAll(() => {
  b = bench('plan', 'served');
  path = b.path('case.holdfast');
  const zone = ['--zone', 'Europe/Berlin'];
  at('2026-11-17T01:20:00Z', 'new', path, '--title', 'Uploads', ...zone);
});

afterAll(() => b.clean());

/** A command at an instant of its own. */
const at = (now: string, ...args: string[]) => b.cliWith({ HOLDFAST_NOW: now }, ...args);

interface Step {
  id: string;
  state: string;
  due: string | null;
  said: { why: string | null; by: string | null; evidence: string[] }[];
}

function stepOf(id: string): Step | undefined {
  const { phases } = b.cli('plan', 'show', path).json.data as { phases: { steps: Step[] }[] };
  return phases.flatMap(({ steps }) => steps).find((step) => step.id === id);
}

interface Deadline {
  id: string;
  due: string;
  state: string;
}

const deadlinesAt = (now: string): Deadline[] =>
  (at(now, 'deadline', 'list', path).json.data as { deadlines: Deadline[] }).deadlines;

test('a new case carries the plan of that moment, whole', () => {
  expect(b.cli('plan', 'export', path, b.path('exported.json')).status).toBe(0);
  const exported = JSON.parse(readFileSync(b.path('exported.json'), 'utf8')) as typeof defaultPlan;
  expect(idsOf(exported)).toEqual(idsOf(defaultPlan));
  expect(b.cli('plan', 'export', path, b.path('exported.json')).json).toMatchObject({
    error: { code: 'already-exists' },
  });
});

test('a step is done, skipped with a reason and opened again, and the record says who and why', () => {
  const why = ['--why', 'the host keeps none'];
  expect(b.cli('plan', 'step', path, 'identify-backups', 'skipped').json).toMatchObject({
    error: { code: 'wrong-use' },
  });
  expect(b.cli('plan', 'step', path, 'identify-backups', 'skipped', ...why).status).toBe(0);
  expect(stepOf('identify-backups')).toMatchObject({
    state: 'skipped',
    said: [{ why: 'the host keeps none' }],
  });
  expect(b.cli('plan', 'step', path, 'identify-backups', 'reopened', '--why', 'they do').status).toBe(0);
  const by = ['--by', 'Ada', '--at', '2026-11-17 02:25'];
  expect(b.cli('plan', 'step', path, 'identify-backups', 'done', ...by).status).toBe(0);
  expect(stepOf('identify-backups')).toMatchObject({ state: 'done', said: [{ by: 'Ada' }] });
  expect(b.cli('plan', 'step', path, 'identify-backups', 'done').json).toMatchObject({
    error: { code: 'wrong-use' },
  });
  const { entries } = b.cli('timeline', path, '--kind', 'step').json.data as { entries: { text: string }[] };
  expect(entries.map(({ text }) => text)).toEqual([
    'Step skipped: Keep all backups, whatever their rotation says, because: the host keeps none',
    'Step open again: Keep all backups, whatever their rotation says, because: they do',
    'Step done: Keep all backups, whatever their rotation says, by Ada',
  ]);
});

test('an unknown step, a beginning of several, and an unknown state are refused with what there is', () => {
  const refused = (...args: string[]): string =>
    String((b.cli('plan', 'step', path, ...args).json as { error?: { message: string } }).error?.message);
  expect(refused('nothing', 'done')).toContain('no step “nothing”');
  expect(refused('identify-', 'done')).toContain('identify-discovery, identify-host-told');
  expect(refused('identify-snapshot', 'finished')).toContain('done, skipped or reopened');
});

test('a step of one’s own has its place, its role and its time', () => {
  const given = ['--for', 'role-owner', '--due', '2026-11-18 12:00'];
  const added = b.cli('plan', 'add', path, 'containment', 'Call the bank', ...given);
  const { step } = (added.json.data as { entry: { step: string } }).entry;
  expect(stepOf(step)).toMatchObject({
    state: 'open',
    due: '2026-11-18T11:00:00.000Z',
    role: 'Owner',
    added: true,
  });
  expect(b.cli('plan', 'step', path, step, 'done').status).toBe(0);
  expect(b.cli('plan', 'add', path, 'containment', 'x', '--for', 'nobody').json).toMatchObject({
    error: { code: 'wrong-use' },
  });
});

test('suspicion alone starts the 24 hours; they are late, and what is sent late says why', () => {
  expect(deadlinesAt('2026-11-17T01:30:00Z')).toEqual([]);
  expect(at('2026-11-17T01:30:00Z', 'fact', path, 'suspected', '02:14').status).toBe(0);
  const due = '2026-11-18T01:14:00.000Z';
  expect(deadlinesAt('2026-11-18T01:13:59Z')).toMatchObject([{ id: 'amazon-notice', due, state: 'running' }]);
  expect(deadlinesAt('2026-11-18T01:14:01Z')).toMatchObject([{ id: 'amazon-notice', due, state: 'overdue' }]);
  const message = b.path('message.eml');
  writeFileSync(message, 'Subject: Security incident\r\n\r\nWe report.\r\n');
  const sent = ['notify', 'sent', path, 'amazon', '--via', 'e-mail', '--file', message];
  expect(at('2026-11-18T02:00:00Z', ...sent).json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(at('2026-11-18T02:00:00Z', ...sent, '--late-why', 'the owner slept').json.data).toMatchObject({
    entry: {
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      message: expect.stringContaining('We report.'),
    },
  });
  expect(deadlinesAt('2026-11-19T00:00:00Z')).toMatchObject([{ id: 'amazon-notice', state: 'met-late' }]);
});

test('whether somebody has to be told is decided with a reason, and who is unknown is refused with the list', () => {
  const needed = (answer: string, ...more: string[]) =>
    b.cli('notify', 'needed', path, 'insurer', answer, ...more);
  expect(needed('perhaps', '--why', 'x').json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(needed('undecided', '--why', 'the policy is in the office').status).toBe(0);
  expect(needed('yes', '--why', 'the policy asks for it').status).toBe(0);
  const { recipients } = b.cli('notify', 'list', path).json.data as {
    recipients: { id: string; needed: string[]; state: string; entries: unknown[] }[];
  };
  expect(recipients.find(({ id }) => id === 'insurer')).toMatchObject({ needed: ['needed'], state: 'open' });
  expect(recipients.find(({ id }) => id === 'amazon')).toMatchObject({ state: 'sent' });
  expect(b.cli('notify', 'declined', path, 'nobody', '--why', 'x').json).toMatchObject({
    error: { message: expect.stringContaining('amazon, host, acquirer, insurer, customers, regulator') },
  });
});

test('what destroys evidence is refused until it is collected, or a reason is given', () => {
  const act = (...more: string[]) =>
    b.cli(
      'action',
      path,
      '--phase',
      'eradication',
      '--system',
      'WEB01',
      '--what',
      'rebuilt',
      '--action',
      'act-replace',
      ...more,
    );
  expect(act().json).toMatchObject({
    error: { code: 'evidence-first', details: { missing: ['a snapshot', 'a backup', 'a log'] } },
  });
  writeFileSync(b.path('u_ex.log'), 'GET /uploads/x.cfm 200\n');
  expect(b.cli('evidence', 'add', path, b.path('u_ex.log'), '--type', 'log').status).toBe(0);
  expect(act().json).toMatchObject({ error: { details: { missing: ['a snapshot', 'a backup'] } } });
  const despite = act('--why-before-evidence', 'the disk is failing').json.data as {
    entry: { text: string };
  };
  expect(despite.entry.text).toContain('before snapshot, backup was collected, because: the disk is failing');
  const held = ['--no-file', '--held-by', 'Hosting company', '--location', 'console'];
  for (const type of ['snapshot', 'backup']) {
    expect(b.cli('evidence', 'add', path, ...held, '--title', type, '--type', type).status).toBe(0);
  }
  expect(act().status).toBe(0);
});

test('code is not rewritten without what its test found', () => {
  const act = (...more: string[]) =>
    b.cli(
      'action',
      path,
      '--phase',
      'eradication',
      '--system',
      'shop',
      '--what',
      'upload.cfm',
      '--action',
      'act-code',
      ...more,
    );
  expect(act().json).toMatchObject({ error: { code: 'wrong-use' } });
  const { entry } = act('--retest', 'upload of .cfm is refused').json.data as { entry: { id: string } };
  expect(b.cli('result', path, entry.id.slice(0, 8), '--worked', 'partly').status).toBe(0);
  const { actions } = b.cli('actions', path).json.data as {
    actions: { entry: { id: string }; results: { worked: string }[] }[];
  };
  expect(actions.find((one) => one.entry.id === entry.id)?.results).toMatchObject([{ worked: 'partly' }]);
});

test('a deadline of one’s own is set, moved, met, and given up only with a reason', () => {
  const set = (...more: string[]) => b.cli('deadline', 'set', path, 'insurer', ...more);
  expect(set('--title', 'Tell the insurer').json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(set('--title', 'Tell the insurer', '--due', '2026-11-20 12:00').status).toBe(0);
  expect(set('--due', '2026-11-21 12:00').status).toBe(0);
  expect(set('--void').json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(set('--met', '--at', '2026-11-20 09:00').status).toBe(0);
  expect(deadlinesAt('2026-11-25T00:00:00Z').find(({ id }) => id === 'insurer')).toMatchObject({
    due: '2026-11-21T11:00:00.000Z',
    state: 'met',
  });
});

test('a deadline of one’s own that was met late says why', () => {
  const set = (...more: string[]) => b.cli('deadline', 'set', path, 'police', ...more);
  expect(set('--title', 'Tell the police', '--due', '2026-11-17 04:00').status).toBe(0);
  expect(set('--met', '--at', '2026-11-17 05:00').json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(set('--met', '--at', '2026-11-17 05:00', '--why', 'nobody answered').status).toBe(0);
  expect(deadlinesAt('2026-11-25T00:00:00Z').find(({ id }) => id === 'police')).toMatchObject({
    state: 'met-late',
    own: true,
  });
});

test('another plan takes the place of this one, and one that is faulty takes none', () => {
  writeFileSync(b.path('faulty.json'), JSON.stringify({ ...defaultPlan, roles: [] }));
  expect(b.cli('plan', 'import', path, b.path('faulty.json')).json).toMatchObject({
    error: {
      code: 'plan-faulty',
      details: { faults: expect.arrayContaining([expect.stringContaining('no role')]) },
    },
  });
  writeFileSync(b.path('other.json'), JSON.stringify({ ...defaultPlan, title: 'Larger shop', version: 2 }));
  expect(b.cli('plan', 'import', path, b.path('other.json')).status).toBe(0);
  expect(b.cli('plan', 'show', path).json.data).toMatchObject({ title: 'Larger shop', version: 2 });
  expect(stepOf('identify-backups')).toMatchObject({ state: 'done' });
  expect(b.cli('verify', path).status).toBe(0);
});
