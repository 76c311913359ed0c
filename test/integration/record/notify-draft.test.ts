import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

const at = (now: string, ...args: string[]) => b.cliWith({ HOLDFAST_NOW: now }, ...args);

beforeAll(() => {
  b = bench('notify-draft', 'served');
  path = b.path('case.holdfast');
  const noticed = ['--source', 'fusionreactor', '--detected-at', '02:14', '--zone', 'Europe/Berlin'];
  at('2026-11-17T01:20:00Z', 'new', path, '--title', 'Secret title', ...noticed);
});

afterAll(() => b.clean());

const draft = (file: string) => b.cli('notify', 'draft', path, 'amazon', '--out', b.path(file));
const read = async (file: string) => PostalMime.parse(readFileSync(b.path(file)));

test('a message with the facts of the case is a file that mail programs open; what is not known is said to be', async () => {
  const { data } = draft('first.eml').json;
  expect(data).toMatchObject({ to: ['3p-security@amazon.com'], cc: ['security@amazon.com'] });
  expect(data.missing).toEqual(
    expect.arrayContaining([
      'organisation',
      'contact',
      'seller-id',
      'discovered',
      'penetrated',
      'data-reached',
      'extent',
      'done',
    ]),
  );
  const found = await read('first.eml');
  expect(found.to?.map(({ address }) => address)).toEqual(['3p-security@amazon.com']);
  expect(found.text).toContain(
    'detected on 17 Nov 2026 02:14:00 Europe/Berlin (+01:00), by: FusionReactor: unusual traffic',
  );
  expect(found.text).toContain('How far it reaches: not known yet');
  expect(found.text).not.toContain('Secret title');
  expect(data.sha256).toBe(
    createHash('sha256')
      .update(readFileSync(b.path('first.eml')))
      .digest('hex'),
  );
});

test('facts and actions that come later fill the gaps', async () => {
  b.cli('fact', path, 'organisation', 'Müller & Söhne, shop.example');
  b.cli('fact', path, 'extent', 'WEB01 only');
  b.cli('fact', path, 'penetrated', 'yes', '--by', 'Ada');
  b.cli('action', path, '--phase', 'containment', '--system', 'WEB01', '--what', 'blocked 203.0.113.77');
  const { data } = draft('second.eml').json;
  expect(data.missing).toEqual(['seller-id', 'discovered', 'data-reached', 'contact']);
  expect(data.subject).toBe('Security incident at Müller & Söhne, shop.example, detected 17 Nov 2026');
  const found = await read('second.eml');
  expect(found.subject).toBe(data.subject);
  expect(found.text).toContain('What has been done: blocked 203.0.113.77.');
});

test('a fact with line ends and header names adds no header', async () => {
  b.cli('fact', path, 'organisation', 'Shop\r\nBcc: evil@example.com\r\n\r\nBody');
  expect(draft('third.eml').status).toBe(0);
  const found = await read('third.eml');
  expect(found.headers.map(({ key }) => key)).toEqual([
    'to',
    'cc',
    'subject',
    'date',
    'x-unsent',
    'mime-version',
    'content-type',
    'content-transfer-encoding',
  ]);
});

test('the draft is a record with the hash of the file, and nothing is overwritten or recorded twice', () => {
  const drafts = () =>
    b.cli('timeline', path, '--kind', 'notice').json.data.entries as { event: string; sha256: string }[];
  const before = drafts();
  expect(before.map(({ event }) => event)).toEqual(['drafted', 'drafted', 'drafted']);
  expect(draft('third.eml').json).toMatchObject({ error: { code: 'already-exists' } });
  expect(drafts()).toHaveLength(3);
});

test('as text, for a device that has mail', () => {
  expect(draft('message.txt').status).toBe(0);
  expect(readFileSync(b.path('message.txt'), 'utf8')).toMatch(/^Dear Amazon security team,\n\n/);
});

test('a plan with an address that is none writes no message', () => {
  b.cli('plan', 'export', path, b.path('plan.json'));
  const plan = readFileSync(b.path('plan.json'), 'utf8');
  writeFileSync(b.path('evil.json'), plan.replace('3p-security@amazon.com', 'a@b.example, evil@example.com'));
  expect(b.cli('plan', 'import', path, b.path('evil.json')).status).toBe(0);
  expect(draft('evil.eml').json).toMatchObject({ error: { code: 'wrong-use' } });
});

test('To, Cc and subject are changed for one message, and nothing that is given there adds a header', async () => {
  const changed = (file: string, ...more: string[]) =>
    b.cli('notify', 'draft', path, 'host', '--out', b.path(file), ...more);
  expect(
    changed('a.eml', '--to', 'a@host.example', '--to', 'b@host.example', '--subject', 'Vörfall').status,
  ).toBe(0);
  expect(await read('a.eml')).toMatchObject({
    subject: 'Vörfall',
    to: [{ address: 'a@host.example' }, { address: 'b@host.example' }],
  });
  for (const option of ['--to', '--cc']) {
    const evil = changed('b.eml', option, 'a@b.example\r\nBcc: evil@example.com');
    expect(evil.json, option).toMatchObject({ error: { code: 'wrong-use' } });
  }
  expect(changed('c.eml', '--subject', 'x\r\nBcc: evil@example.com\r\n\r\ny').status).toBe(0);
  const found = await read('c.eml');
  expect(found.headers.map(({ key }) => key)).not.toContain('bcc');
  // Nobody is named yet, so that there is no To; a mail program asks for it.
  expect(found.headers.map(({ key }) => key)).not.toContain('to');
  expect(found.subject).toBe('x Bcc: evil@example.com y');
});

test('one of the case is added with a reason, told like the others, and cannot be added twice', () => {
  const add = (name: string, ...more: string[]) => b.cli('notify', 'add', path, name, ...more);
  const why = ['--why', 'she advises us'];
  expect(add('Lawyer <b>', ...why, '--to', 'law@firm.example').status).toBe(0);
  for (const name of ['lawyer <b>', 'Amazon', 'host', '', 'x'.repeat(101)]) {
    expect(add(name, ...why).json, name).toMatchObject({ error: { code: 'wrong-use' } });
  }
  expect(add('Other', ...why, '--to', 'no address').json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(add('Other', '--why', ' ').json).toMatchObject({ error: { code: 'wrong-use' } });
  const { data } = b.cli('notify', 'draft', path, 'Lawyer <b>', '--out', b.path('law.eml')).json;
  expect(data).toMatchObject({ to: ['law@firm.example'], cc: [] });
  expect(b.cli('notify', 'sent', path, 'Lawyer <b>', '--via', 'telephone').status).toBe(0);
  const { recipients } = b.cli('notify', 'list', path).json.data as { recipients: { own: boolean }[] };
  expect(recipients.filter(({ own }) => own)).toMatchObject([
    { id: 'Lawyer <b>', title: 'Lawyer <b>', state: 'sent', needed: ['needed'], to: ['law@firm.example'] },
  ]);
  expect(b.cli('notify', 'sent', path, 'Nobody', '--via', 'x').json).toMatchObject({
    error: { code: 'wrong-use' },
  });
});

test('a draft names what its recipient may not need; the contact is meant to be said', () => {
  b.cli('fact', path, 'organisation', 'shop.example');
  b.cli('fact', path, 'contact', 'Owner, +49 30 5550 1185, owner@shop.example');
  b.cli('fact', path, 'discovered', 'anna@mail.example probably paid with 4111 1111 1111 1111');
  const { data } = b.cli('notify', 'draft', path, 'host', '--out', b.path('found.eml')).json;
  expect(data.findings).toEqual([
    { kind: 'address', text: 'anna@mail.example' },
    { kind: 'card', text: '4111 1111 1111 1111' },
    { kind: 'guess', text: 'probably' },
  ]);
});

test('the clock of one who is told only if needed runs once that is decided', () => {
  const ids = () =>
    (at('2026-11-17T03:00:00Z', 'deadline', 'list', path).json.data.deadlines as { id: string }[]).map(
      ({ id }) => id,
    );
  expect(ids()).toEqual(['amazon-notice']);
  expect(b.cli('notify', 'needed', path, 'regulator', 'yes', '--why', 'customers are concerned').status).toBe(
    0,
  );
  expect(ids()).toEqual(['amazon-notice', 'regulator-notice']);
  expect(b.cli('notify', 'needed', path, 'regulator', 'no', '--why', 'no data was reached').status).toBe(0);
  expect(ids()).toEqual(['amazon-notice']);
});
