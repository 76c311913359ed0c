import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bench, type CliAnswer, bench } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';

let b: Bench;
beforeEach(() => {
  b = bench('preparation', 'served');
});
afterEach(() => b.clean());

const at = (now: string, ...args: string[]): CliAnswer => b.cliWith({ HOLDFAST_NOW: now }, ...args);
const AUTUMN = '2026-11-17T12:00:00.000Z';
const file = (): string => join(b.folder, 'profile', 'preparation.holdfast');

function done(answer: CliAnswer): CliAnswer['json']['data'] {
  expect(answer.status, answer.stdout + answer.stderr).toBe(0);
  return answer.json.data;
}

function refused(answer: CliAnswer, code: string): string {
  expect(answer.json.error.code, answer.stdout).toBe(code);
  return answer.json.error.message;
}

/** The plan of the preparation in a file, with some of it changed. */
function changedPlan(name: string, change: Readonly<Record<string, unknown>>): string {
  const path = b.path(name);
  done(b.cli('prep', 'plan', 'export', path));
  const plan = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...plan, ...change }));
  return path;
}

test('looking makes nothing; the first entry makes an encrypted file that the profile opens by itself', () => {
  const shown = done(at(AUTUMN, 'prep', 'show'));
  expect(shown).toMatchObject({ path: null, team: [], plan: { version: 1, approved: false } });
  expect(shown.defences).toHaveLength(6);
  expect(shown.defences.every(({ state }: { state: string }) => state === 'never')).toBe(true);
  expect(existsSync(file())).toBe(false);
  expect(done(b.cli('profile', 'show')).authors).toEqual([]);

  // Without any passphrase in the environment.
  const without = { HOLDFAST_PASSPHRASE: '' };
  done(
    b.cliWith(
      without,
      'prep',
      'team',
      'set',
      'Ada Byron',
      '--for',
      'role-owner',
      '--phone',
      '+49 30 5550 1105',
    ),
  );
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readFileSync(file()).includes('5550')).toBe(false);
  expect(done(b.cliWith(without, 'prep', 'show')).team).toMatchObject([
    { id: 'ada-byron', name: 'Ada Byron', role: 'role-owner', phone: '+49 30 5550 1105' },
  ]);
});

test('it is a case file like any other: its passphrase opens it, and its entries are signed and verified', () => {
  done(b.cli('prep', 'team', 'set', 'Ada', '--as', 'Web developer'));
  const { path, passphrase } = done(b.cli('prep', 'passphrase'));
  expect(path).toBe(file());
  const open = { HOLDFAST_PASSPHRASE: passphrase as string };
  expect(done(b.cliWith(open, 'info', path))).toMatchObject({ kind: 'preparation', title: 'Preparation' });
  expect(done(b.cliWith(open, 'verify', path))).toMatchObject({ ok: true, problems: [] });
  const { entries } = done(b.cliWith(open, 'timeline', path, '--kind', 'team-member'));
  expect(entries).toMatchObject([{ text: 'Team: Ada', author: { name: 'Web developer', trust: 'founder' } }]);
  // The control: another one does not.
  expect(b.cli('info', path).status).toBe(3);
});

test('the passphrase of the profile protects it too, and a file of another profile says whose it is', () => {
  done(b.cli('prep', 'team', 'set', 'Ada'));
  const locked = { HOLDFAST_NEW_PASSPHRASE: 'a word for the profile', HOLDFAST_PROFILE_PASSPHRASE: '' };
  done(b.cliWith(locked, 'profile', 'passphrase'));
  expect(b.cliWith({ HOLDFAST_PROFILE_PASSPHRASE: '' }, 'prep', 'show').status).toBe(3);
  const opened = { HOLDFAST_PROFILE_PASSPHRASE: 'a word for the profile' };
  expect(done(b.cliWith(opened, 'prep', 'show')).team).toHaveLength(1);

  const other = b.path('other');
  mkdirSync(other);
  copyFileSync(file(), join(other, 'preparation.holdfast'));
  const there = b.cli('prep', 'show', '--profile', other);
  expect(there.status).toBe(3);
  expect(refused(there, 'preparation-other-profile')).toContain('Move the file away');
});

test('the register knows what is due, by the calendar of the zone, and takes a check with its proof', () => {
  const report = b.path('scan.pdf');
  writeFileSync(report, 'what the scan says');
  const shows = ['--by', 'Ada', '--note', 'clean', '--file', report, '--at', '2026-10-20 10:00'];
  done(at(AUTUMN, 'prep', 'register', 'done', 'defence-pci', ...shows));
  const scan = (now: string) =>
    done(at(now, 'prep', 'register', 'list')).defences.find(
      ({ id }: { id: string }) => id === 'defence-pci-scan',
    );
  expect(scan(AUTUMN)).toMatchObject({
    // 30 days later, end of day in Berlin.
    due: '2026-11-19T22:59:59.999Z',
    state: 'soon',
    last: {
      by: 'Ada',
      note: 'clean',
      file: {
        name: 'scan.pdf',
        size: 18,
        sha256: createHash('sha256').update('what the scan says').digest('hex'),
      },
    },
  });
  expect(scan('2026-11-19T22:59:59.999Z').state).toBe('soon');
  expect(scan('2026-11-19T23:00:00.000Z').state).toBe('overdue');

  // A check that was written down later, of an earlier day, does not move what is due.
  done(at(AUTUMN, 'prep', 'register', 'done', 'defence-pci-scan', '--at', '2026-10-21 10:00'));
  expect(scan(AUTUMN).due).toBe('2026-11-20T22:59:59.999Z');

  done(at(AUTUMN, 'prep', 'register', 'set', 'Backups abroad', '--every-days', '7', '--owner', 'Ben'));
  done(at(AUTUMN, 'prep', 'register', 'set', 'defence-ports', '--remove'));
  const { defences } = done(at(AUTUMN, 'prep', 'register', 'list'));
  expect(defences.at(-1)).toMatchObject({ id: 'backups-abroad', own: true, everyDays: 7, state: 'never' });
  expect(defences.map(({ id }: { id: string }) => id)).not.toContain('defence-ports');
});

test('bad input of the register, the team and the reviews is refused with what would be right', () => {
  refused(b.cli('prep', 'register', 'done', 'nothing-like-it'), 'wrong-use');
  expect(refused(b.cli('prep', 'register', 'done', 'defence-p'), 'wrong-use')).toContain('defence-patching');
  refused(b.cli('prep', 'register', 'done', 'defence-ports', '--problem'), 'wrong-use');
  refused(b.cli('prep', 'register', 'done', 'defence-ports', '--at', '2999-01-01'), 'wrong-use');
  refused(b.cli('prep', 'register', 'done', 'defence-ports', '--file', b.path('gone.pdf')), 'file-missing');
  refused(b.cli('prep', 'register', 'done', 'defence-ports', '--file', b.folder), 'wrong-use');
  refused(b.cli('prep', 'register', 'set', 'defence-ports', '--every-days', '-3'), 'wrong-use');
  refused(b.cli('prep', 'team', 'set', 'Ada', '--for', 'role-nobody'), 'wrong-use');
  refused(b.cli('prep', 'team', 'set', '  '), 'wrong-use');
  refused(b.cli('prep', 'team', 'set', 'Ada', '--remove'), 'wrong-use');
  refused(b.cli('prep', 'finding', 'done', 'none', '--fixed'), 'wrong-use');
  done(b.cli('prep', 'finding', 'add', 'Weak cipher'));
  refused(b.cli('prep', 'finding', 'done', 'weak-cipher', '--accepted'), 'wrong-use');
  refused(b.cli('prep', 'finding', 'done', 'weak-cipher'), 'wrong-use');
  const review = ['prep', 'review-log', '--source', 'IIS', '--found', 'nothing'];
  refused(b.cli(...review, '--from', '2026-11-16', '--to', '2026-11-15'), 'time-not-understood');
  refused(b.cli(...review, '--from', 'soon', '--to', '2026-11-15'), 'time-not-understood');
  refused(
    b.cli(...review, '--from', '2026-11-15', '--to', '2026-11-16', '--zone', 'Mars/Base'),
    'zone-unknown',
  );
  refused(b.cli('prep', 'sheet', '--out', b.path('grab.doc')), 'wrong-use');
  expect(b.cli('prep', 'approve').status).toBe(2);
});

test('one of the team is the point of contact, and stays no longer when another one is', () => {
  done(b.cli('prep', 'team', 'set', 'Ada', '--contact', '--for', 'role-web-developer'));
  done(b.cli('prep', 'team', 'set', 'Ben', '--contact', '--alternate', '--for', 'role-web-developer'));
  const contacts = (): string[] =>
    done(b.cli('prep', 'team', 'list'))
      .team.filter(({ contact }: { contact: boolean }) => contact)
      .map(({ name }: { name: string }) => name);
  expect(contacts()).toEqual(['Ben']);
  done(b.cli('prep', 'team', 'set', 'ben', '--name', 'Benjamin', '--phone', '1'));
  expect(contacts()).toEqual(['Benjamin']);
  done(b.cli('prep', 'team', 'set', 'ben', '--no-contact'));
  expect(contacts()).toEqual([]);
  done(b.cli('prep', 'team', 'set', 'Benjamin', '--remove'));
  expect(done(b.cli('prep', 'team', 'list')).team).toMatchObject([{ name: 'Ada', contact: false }]);
});

test('a review of logs outside an incident says from when to when, and nothing is a result', () => {
  const span = ['--from', '2026-11-15', '--to', '2026-11-16'];
  done(
    at(
      AUTUMN,
      'prep',
      'review-log',
      '--source',
      'IIS on WEB01',
      ...span,
      '--found',
      'Nothing',
      '--by',
      'Ada',
    ),
  );
  done(at(AUTUMN, 'prep', 'review-log', '--source', 'Windows', ...span, '--found', 'odd logins'));
  expect(done(b.cli('prep', 'show')).reviews).toMatchObject([
    { source: 'Windows', found: 'odd logins' },
    {
      source: 'IIS on WEB01',
      found: null,
      by: 'Ada',
      from: '2026-11-14T23:00:00.000Z',
      to: '2026-11-16T22:59:59.999Z',
    },
  ]);
});

test('a plan grows by a version, nothing faulty is saved, and what was approved last is what a new case copies', () => {
  const own = changedPlan('own.json', { title: 'Our plan' });
  done(at(AUTUMN, 'prep', 'plan', 'import', own));
  expect(refused(at(AUTUMN, 'prep', 'plan', 'import', own), 'wrong-use')).toContain('version 2');
  done(at(AUTUMN, 'prep', 'approve', '--by', 'Owner'));

  const faulty = changedPlan('faulty.json', { defences: [{ id: 'x', title: 'X', role: 'role-nobody' }] });
  expect(refused(at(AUTUMN, 'prep', 'plan', 'import', faulty), 'plan-faulty')).toContain('role-nobody');
  const draft = changedPlan('draft.json', { title: 'Not approved yet' });
  done(at(AUTUMN, 'prep', 'plan', 'import', draft));
  expect(done(at(AUTUMN, 'prep', 'show')).plan).toMatchObject({
    title: 'Not approved yet',
    version: 3,
    approved: false,
    approval: { version: 2, by: 'Owner', title: 'Our plan' },
    copied: 'Our plan, version 2, approved by Owner on 2026-11-17 (Europe/Berlin)',
    reviewDue: '2027-05-17T21:59:59.999Z',
    reviewState: 'ok',
  });
  expect(done(at('2027-05-18T00:00:00.000Z', 'prep', 'show')).plan.reviewState).toBe('overdue');

  done(
    b.cli(
      'prep',
      'organisation',
      'set',
      '--legal',
      'Shop Ltd',
      '--trading',
      'The Shop',
      '--seller-id',
      'A1B2',
    ),
  );
  done(b.cli('prep', 'team', 'set', 'Ada', '--for', 'role-owner', '--phone', '+49 30 1', '--contact'));
  const path = b.path('case.holdfast');
  done(b.cli('new', path, '--title', 'Uploads', '--detected-at', '2026-11-17 02:14'));
  expect(done(b.cli('plan', 'show', path))).toMatchObject({ title: 'Our plan', version: 2 });
  const { facts } = done(b.cli('info', path)) as { facts: { name: string; value: unknown }[] };
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
    plan: 'Our plan, version 2, approved by Owner on 2026-11-17 (Europe/Berlin)',
    organisation: 'Shop Ltd (The Shop)',
    'seller-id': 'A1B2',
    contact: 'Ada (Owner), +49 30 1',
    team: 'Ada (Owner, incident point of contact), +49 30 1',
  });
  expect(done(b.cli('verify', path)).ok).toBe(true);
  // The notice is filled in with them.
  const draftMail = done(b.cli('notify', 'draft', path, 'amazon', '--out', b.path('a.txt')));
  expect(draftMail.missing).not.toContain('organisation');
  expect(readFileSync(b.path('a.txt'), 'utf8')).toContain('Contact for this incident: Ada (Owner), +49 30 1');
});

test('another laptop takes the exported plan in, with its version', () => {
  const first = changedPlan('first.json', { version: 7, title: 'From the other laptop' });
  done(b.cli('prep', 'plan', 'import', first, '--profile', b.path('laptop-2')));
  expect(done(b.cli('prep', 'show', '--profile', b.path('laptop-2'))).plan).toMatchObject({
    title: 'From the other laptop',
    version: 7,
  });
});

test('a preparation that cannot be read keeps no case from being made, and the case says so', () => {
  done(b.cli('prep', 'organisation', 'set', '--legal', 'Shop Ltd'));
  writeFileSync(file(), 'no longer a case file');
  const path = b.path('case.holdfast');
  done(b.cli('new', path, '--title', 'Uploads'));
  const { facts } = done(b.cli('info', path)) as { facts: { name: string; value: string }[] };
  expect(facts.find(({ name }) => name === 'plan')?.value).toContain('could not be read');
  // The control: without a file there is nothing to say.
  rmSync(file());
  done(b.cli('new', b.path('b.holdfast'), '--title', 'Uploads'));
  const plain = done(b.cli('info', b.path('b.holdfast'))) as { facts: { name: string }[] };
  expect(plain.facts.map(({ name }) => name)).not.toContain('plan');
});

test('the sheets hold what is known, and no text becomes markup', () => {
  done(b.cli('prep', 'organisation', 'set', '--legal', '<script>alert(1)</script>'));
  done(b.cli('prep', 'team', 'set', 'Ada <b>', '--phone', '+49 30 5550', '--for', 'role-hosting'));
  done(b.cli('prep', 'sheet', '--out', b.path('grab.html')));
  done(b.cli('prep', 'contacts', '--out', b.path('contacts.html')));
  for (const name of ['grab.html', 'contacts.html']) {
    const page = readFileSync(b.path(name), 'utf8');
    expect(page).toContain('+49 30 5550');
    expect(page).toContain('Ada &lt;b&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(?:src|href)=/);
  }
  expect(readFileSync(b.path('grab.html'), 'utf8')).toContain('3p-security@amazon.com');
  refused(b.cli('prep', 'sheet', '--out', b.path('grab.html')), 'already-exists');
});

test('what leaves a practice case says that it is one; what leaves another does not', () => {
  writeFileSync(b.path('a.log'), 'a');
  const written = (name: string, ...more: string[]): string[] => {
    const path = b.path(`${name}.holdfast`);
    done(b.cli('new', path, '--title', 'Night', '--detected-at', '2026-11-17 02:14', ...more));
    done(b.cli('evidence', 'add', path, b.path('a.log')));
    done(b.cli('notify', 'draft', path, 'amazon', '--out', b.path(`${name}.txt`)));
    done(b.cli('timeline', path, '--out', b.path(`${name}.csv`)));
    done(b.cli('timeline', path, '--out', b.path(`${name}.md`)));
    done(b.cli('custody', 'form', path, 'all', '--out', b.path(`${name}.html`)));
    return ['txt', 'csv', 'md', 'html'].map((end) => readFileSync(b.path(`${name}.${end}`), 'utf8'));
  };
  for (const text of written('drill', '--practice')) expect(text).toContain('Practice, not an incident');
  for (const text of written('real')) expect(text).not.toContain('Practice');
});

test('several programs write at the same moment, also the very first entry, and none is lost', async () => {
  const names = ['Ada', 'Ben', 'Cy', 'Dee'];
  const ends = names.map(
    async (name) =>
      new Promise<string>((resolve) => {
        const started = b.start('prep', 'team', 'set', name, '--as', 'Web developer');
        let out = '';
        started.stdout?.on('data', (piece: Buffer) => (out += piece.toString()));
        started.once('close', () => resolve(out));
      }),
  );
  for (const out of await Promise.all(ends)) expect(JSON.parse(out)).toMatchObject({ ok: true });
  expect(done(b.cli('prep', 'team', 'list')).team.map(({ name }: { name: string }) => name)).toEqual(names);
});

test('that the plan is due to be looked at again is told once for each date, whatever is restarted meanwhile', async () => {
  const asked = async (due?: string) => {
    const engine = openEngine(join(b.folder, 'profile'));
    if (due !== undefined) await engine.ask('preparation.review-told', { due });
    const answer = await engine.ask('preparation.review', {});
    await engine.close();
    return answer;
  };
  // Looking makes nothing, and nothing that was never approved is due.
  expect(await asked()).toEqual({ due: null, told: false });
  expect(existsSync(file())).toBe(false);
  done(b.cli('prep', 'organisation', 'set', '--legal', 'Shop Ltd'));
  done(b.cli('prep', 'approve', '--by', 'Owner', '--at', '2026-01-15', '--zone', 'UTC'));
  const first = await asked();
  expect(first).toMatchObject({ told: false });
  expect(first.due).toBe(done(b.cli('prep', 'show')).plan.reviewDue);
  expect(await asked(first.due ?? '')).toEqual({ ...first, told: true });
  expect(await asked()).toEqual({ ...first, told: true });
  done(b.cli('prep', 'approve', '--by', 'Owner', '--at', '2026-02-15', '--zone', 'UTC'));
  expect(await asked()).toMatchObject({ told: false });
});
