import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idsOf } from '../../../src-main/domain/plan/check-plan.ts';
import { defaultPlan } from '../../../src-main/domain/plan/default/index.ts';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

const HOSTILE = '<script>alert(1)</script><img src=http://x.example/a onerror=b>\u202E"\'&';
const at = (now: string, ...args: string[]) => b.cliWith({ HOLDFAST_NOW: now }, ...args);
const NOW = '2026-11-20T09:00:00Z';

beforeAll(() => {
  b = bench('report', 'served');
  path = b.path('case.holdfast');
  const zone = ['--zone', 'Europe/Berlin'];
  at('2026-11-17T01:20:00Z', 'new', path, '--title', `Uploads ${HOSTILE}`, '--detected-at', '02:14', ...zone);
  const say = (...args: string[]) =>
    expect(at('2026-11-17T01:30:00Z', ...args).status, args.join(' ')).toBe(0);
  say('note', path, `WEB01 ${HOSTILE}\nsecond line`);
  say('fact', path, 'penetrated', 'undecided');
  say('fact', path, 'penetrated', 'yes', '--by', 'Ada', '--grounds', HOSTILE);
  say('fact', path, 'where-we-are', 'The shop is closed until the server is clean.');
  say('phase', path, 'containment', '--gate', `gate-breach=n/a:${HOSTILE}`, '--why', 'it spreads');
  const act = ['--phase', 'containment', '--system', 'WEB01', '--what', HOSTILE, '--undo', HOSTILE];
  say('action', path, ...act);
  writeFileSync(b.path('u_ex.log'), 'GET /uploads/x.cfm 200\n');
  const covers = ['--type', 'log', '--source', 'WEB01', '--covers', '2026-11-17 00:00..02:00'];
  say('evidence', 'add', path, b.path('u_ex.log'), ...covers, ...zone);
  say('plan', 'step', path, 'identify-logs', 'done', '--evidence', 'EV-001');
  say('plan', 'add', path, 'containment', HOSTILE);
  say('notify', 'needed', path, 'insurer', 'undecided', '--why', HOSTILE);
  const eml = b.path('m.eml');
  writeFileSync(eml, `Subject: x\r\n\r\nWe report ${HOSTILE}.\r\n`);
  say('notify', 'sent', path, 'amazon', '--via', 'e-mail', '--file', eml, '--message-id', HOSTILE);
  const read = [
    '--source',
    'IIS',
    '--host',
    'WEB01',
    '--from',
    '2026-11-17 00:00',
    '--to',
    '2026-11-17 02:00',
  ];
  say('log', 'covered', path, ...read, ...zone, '--by', 'Ada', '--found', 'c=whoami at 02:11');
  say('log', 'rotation', 'stopped', path, 'nightly full', '--by', 'Hosting security', '--host', HOSTILE);
  say('extent', 'set', path, 'systems', 'WEB01', 'suspected');
  say('extent', 'set', path, 'systems', 'WEB01', 'affected', '--by', 'Ada', '--grounds', HOSTILE);
  say('handover', path, '--to', 'Night watch', '--note', HOSTILE);
  say('review', path, 'set', 'summary', 'In the night somebody put files on the server.');
  say('review', path, 'improvement', HOSTILE, '--owner', 'Ada', '--due', '2026-12-01 12:00');
});

afterAll(() => b.clean());

let count = 0;
function made(...command: string[]): { html: string; data: Record<string, unknown> } {
  const out = b.path(`out-${(count += 1)}.html`);
  const args = command[0] === 'plan' ? [...command, path, '--out', out] : [...command, path, out];
  const answer = at(NOW, ...args);
  expect(answer.status, answer.stderr).toBe(0);
  const html = readFileSync(out, 'utf8');
  expect(answer.json.data).toMatchObject({
    path: out,
    sha256: createHash('sha256').update(html).digest('hex'),
  });
  return { html, data: answer.json.data as Record<string, unknown> };
}

/** The text of a page without its marks, as a person reads it. */
const read = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/u, '')
    .replaceAll(/<script[\s\S]*?<\/script>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ');

const idsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/data-plan-id="([^"]*)"/gu)].map(([, id]) => id ?? ''));

test.each([
  ['share', 'report'],
  ['share', 'owner'],
  ['plan', 'print'],
])('%s %s stands alone: nothing runs, nothing is loaded, words of the case are words', (...command) => {
  const { html } = made(...command);
  // A report carries its record, which no browser runs, and the one program that the rules of the page name.
  const program = /<script id="holdfast-check">([\s\S]*?)<\/script>/u.exec(html)?.[1];
  const named =
    program === undefined
      ? ''
      : `; script-src 'sha256-${createHash('sha256').update(program).digest('base64')}'; worker-src blob:`;
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'${named}"`);
  expect(program === undefined).toBe(command[1] !== 'report');
  const marks = [...html.matchAll(/<([a-z0-9]+)(?=[\s>])/giu)].map(([, name]) => name);
  expect(marks.filter((name) => name === 'script')).toHaveLength(program === undefined ? 0 : 2);
  expect(marks).not.toContain('img');
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/giu)) {
    expect(tag).not.toMatch(/\s(?:src|href)=["']?\s*(?:https?:|\/\/)/iu);
    expect(tag).not.toMatch(/\son[a-z]+=/iu);
  }
  expect(html).not.toContain('\u202E');
  // The words are there, to be read.
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  // Case, zone, fingerprint and page stand on each sheet.
  expect(html).toMatch(/@bottom-left \{ content: "Uploads .*Europe\/Berlin.*fingerprint [0-9A-F]{4}/u);
  expect(html).toContain('counter(pages)');
});

test.each([
  ['share', 'report'],
  ['plan', 'print'],
])('%s %s holds every line of the plan by its id', (...command) => {
  const found = idsIn(made(...command).html);
  expect(idsOf(defaultPlan).filter((id) => !found.has(id))).toEqual([]);
  expect([...found].some((id) => id.startsWith('own-'))).toBe(true);
  // Control: what no plan has is not found.
  expect(found.has('identify-nothing')).toBe(false);
});

test('the report says what was checked and what it proves, and everything that was recorded', () => {
  const { html, data } = made('share', 'report');
  const text = read(html);
  expect(data).toMatchObject({ ok: true });
  expect(text).toContain(String(data['sentence']));
  expect(text).toContain('no witness fixes them yet');
  expect(text).not.toMatch(/\bintact\b/iu);
  for (const words of [
    'In the night somebody put files on the server.',
    'Somebody broke into a system.',
    'second line',
    'We report',
    'SHA-256 of the file',
    'EV-001',
    'This review is not approved yet.',
    'Not known yet',
    'Nobody has decided yet: Was data reached?, Extent, Severity.',
    '17 Nov 2026 02:14 (+01:00)',
    'does not prove that evidence was authentic',
    // What was read of which log by whom, what nobody read, and what lacks its proof.
    '17 Nov 2026 00:00 (+01:00) to 17 Nov 2026 02:00 (+01:00), Ada : c=whoami at 02:11',
    'FusionReactor not said nothing all of it',
    'not confirmed',
    'by nobody yet',
    'not applicable ( &lt;script&gt;',
    'WEB01 systems reached suspected',
  ]) {
    expect(text, words).toContain(words);
  }
  // All of it is what Holdfast makes of the record, also when it is made again from the page alone.
  expect(b.cli('check', String(data['path'])).json.data).toMatchObject({ ok: true, again: true });
  // The value that the decision took the place of is there, struck.
  expect(html).toMatch(/<s>\s*<bdi>undecided/u);
});

test('that a report was made is recorded with its hash and what it shows, and nothing else is', () => {
  const before = b.cli('info', path).json.data as { entries: number };
  const { data } = made('share', 'report');
  const { entries } = b.cli('timeline', path, '--kind', 'report').json.data as {
    entries: Record<string, unknown>[];
  };
  expect(entries.at(-1)).toMatchObject({ format: 'html', sha256: data['sha256'], entries: before.entries });
  expect((b.cli('info', path).json.data as { entries: number }).entries).toBe(before.entries + 1);
  made('share', 'owner');
  made('plan', 'print');
  expect((b.cli('info', path).json.data as { entries: number }).entries).toBe(before.entries + 1);
});

test('the owner reads plain words, what is open is said to be, and no jargon stands there', () => {
  const text = read(made('share', 'owner').html);
  for (const words of [
    'The shop is closed until the server is clean.',
    'Somebody broke into a system. (Ada)',
    'Whether data was read or taken.',
    'Decide whether Insurer has to be told',
    '1 thing is kept as evidence, among them logs.',
  ]) {
    expect(text, words).toContain(words);
  }
  expect(text).toMatch(/Amazon\s+17 Nov 2026 02:30 \(\+01:00\), by e-mail/u);
  expect(text.replace(/fingerprint [0-9A-F ]+/u, '')).not.toMatch(/\b(?:hash|chain|IOC|payload|SHA)\b/u);
});

test('an existing file, another ending and a PDF outside the app are refused; nothing half stays', () => {
  const out = b.path('there.html');
  writeFileSync(out, 'mine');
  expect(at(NOW, 'share', 'report', path, out).json).toMatchObject({ error: { code: 'already-exists' } });
  expect(readFileSync(out, 'utf8')).toBe('mine');
  expect(at(NOW, 'share', 'report', path, b.path('x.doc')).json).toMatchObject({
    error: { code: 'wrong-use' },
  });
  expect(at(NOW, 'share', 'report', path, b.path('x.pdf')).json).toMatchObject({
    error: { code: 'pdf-needs-app' },
  });
  expect(readdirSync(b.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a sealed case is still documented', () => {
  expect(at(NOW, 'seal', path, '--despite', 'a test').status).toBe(0);
  made('share', 'report');
  expect(b.cli('verify', path).status).toBe(0);
});
