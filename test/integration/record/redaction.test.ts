import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportCheck } from '../../../src-main/contract/report-check.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { allPages } from '../../support/decrypted-pages.ts';
import { encodingsOf, heldIn } from '../../support/encodings.ts';
import { forge } from '../../support/independent.ts';
import { verifyCase } from '../../verifier/verify-case.ts';
import { verifyReport } from '../../verifier/verify-report.ts';

let b: Bench;
let path = '';
const given = 'a different passphrase for the copy';
const asCopy = { HOLDFAST_PASSPHRASE: given };

/** Short and easy to guess, but found nowhere else: names, numbers, words of each kind of entry. */
const words = {
  title: 'Zyxtitle',
  note: 'Zyxnote 7731',
  short: 'Qx9z',
  tag: 'zyxtag',
  fact: 'Zyxfact',
  grounds: 'Zyxgrounds',
  decider: 'Zyxdecider',
  caller: 'Zyxcaller',
  telephone: '+4930zyx55',
  item: 'Zyxitem',
  person: 'Zyxperson',
  holder: 'Zyxholder',
  place: 'Zyxplace',
  file: 'zyxfile.log',
  source: 'Zyxsource',
  letter: 'Zyxletter ✓ ü',
  action: 'Zyxaction',
  plan: 'Zyxplan',
  review: 'Zyxreview',
  owner: 'Zyxowner',
  host: 'Zyxhost',
  night: 'Zyxnight',
  witness: 'Zyxwitness',
  withheld: 'Zyxpassword',
} as const;
const all = Object.values(words);

beforeAll(() => {
  b = bench('redaction', 'served');
  path = b.path('case.holdfast');
  const say = (...args: string[]): string => {
    const { status, stdout, stderr, json } = b.cli(...args);
    expect(status, args.join(' ') + stdout + stderr).toBe(0);
    return (json.data as { entry?: { id: string } } | null)?.entry?.id ?? '';
  };
  say(
    'new',
    path,
    '--title',
    words.title,
    '--as',
    words.person,
    '--detected-at',
    '02:14',
    '--zone',
    'Europe/Berlin',
  );
  const note = say('note', path, words.note, '--tag', words.tag, '--at', '02:15');
  say('correct', path, note, `${words.note} ${words.short}`, '--reason', words.letter);
  const gone = say('note', path, words.withheld);
  say('withhold', path, gone, 'text', '--why', 'a password');
  say('fact', path, 'affected-hosts', words.fact, '--by', words.decider, '--grounds', words.grounds);
  say('call', path, words.caller, '--number', words.telephone, '--said', words.letter);
  say('extent', 'set', path, 'systems', words.item, 'suspected');
  say('extent', 'set', path, 'systems', words.item, 'affected', '--grounds', words.grounds);
  writeFileSync(b.path(words.file), words.source);
  say('evidence', 'add', path, b.path(words.file), '--type', 'log', '--source', words.source);
  say('custody', path, 'EV-001', 'transferred', '--to', words.holder, '--location', words.place);
  say(
    'action',
    path,
    '--phase',
    'containment',
    '--system',
    'WEB01',
    '--what',
    words.action,
    '--done-by',
    words.owner,
  );
  say('plan', 'add', path, 'containment', words.plan);
  say('review', path, 'set', 'summary', words.review);
  say('log', 'rotation', 'stopped', path, 'nightly full', '--by', words.owner, '--host', words.host);
  say('handover', path, '--to', words.night, '--note', words.letter);
  say('witness', 'record', path, '--person', words.witness, '--by', 'telephone');
});
afterAll(() => b.clean());

function report(...args: string[]): { html: Buffer; check: ReportCheck } {
  const out = b.path(`report-${Math.random().toString(36).slice(2)}.html`);
  const made = b.cli('share', 'report', path, out, ...args);
  expect(made.status, made.stdout + made.stderr).toBe(0);
  const checked = b.cliWith({ HOLDFAST_PASSPHRASE: '' }, 'check', out);
  expect(checked.status, checked.stdout).toBe(0);
  expect(verifyReport(out)).toMatchObject({ ok: true, problems: [] });
  return { html: readFileSync(out), check: checked.json.data as ReportCheck };
}

const shown = all.filter((word) => word !== words.withheld);

test('without redaction a report holds every word, and none that was withheld: the control', () => {
  const { html, check } = report();
  for (const word of shown) expect(html.includes(word), word).toBe(true);
  expect(heldIn(html, [words.withheld])).toEqual([]);
  expect(check).toMatchObject({ ok: true, leftOut: 0, withheld: 1, program: true, again: true });
});

test('the search finds a word in every encoding that it looks for', () => {
  for (const [name, bytes] of encodingsOf(words.letter)) {
    expect(
      heldIn(Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('y')]), [words.letter]),
      name,
    ).not.toEqual([]);
  }
  for (const before of ['', 'a', 'ab', 'abc']) {
    const held = heldIn(Buffer.from(Buffer.from(`${before}${words.fact}tail`).toString('base64')), [
      words.fact,
    ]);
    expect(held, before).not.toEqual([]);
  }
});

test('a report without personal data holds none of the words in any encoding, checks itself, and says what is gone', () => {
  const { html, check } = report('--redact', 'personal');
  expect(heldIn(html, all)).toEqual([]);
  expect(check).toMatchObject({ ok: true, withheld: 1, problemCount: 0, again: true });
  expect(check.leftOut).toBeGreaterThan(40);
  const text = html.toString();
  expect(text).toContain(`Left out of this report on purpose: ${check.leftOut} fields of`);
  // What is no personal data stays.
  for (const kept of ['WEB01', 'EV-001', 'nightly full', 'contain']) expect(text, kept).toContain(kept);
  expect(text).toMatch(/Incident report: title withheld/u);
});

test('chosen entries and fields are left out with their corrections, and nothing else is', () => {
  const { entries } = b.cli('timeline', path).json.data as {
    entries: { id: string; kind: string; text: string }[];
  };
  const idOf = (kind: string): string => entries.find((entry) => entry.kind === kind)?.id.slice(0, 10) ?? '';
  // Of two statements about one system the later one loses its name: the earlier one stands again.
  const extent = entries.findLast(({ kind }) => kind === 'extent')?.id.slice(0, 10) ?? '';
  const fields = [`${idOf('call')}:number`, `${extent}:item`].flatMap((field) => ['--redact-field', field]);
  const { html, check } = report('--redact-entry', idOf('note'), ...fields);
  expect(heldIn(html, [words.note, words.short, words.telephone])).toEqual([]);
  for (const word of [words.caller, words.title, words.fact]) expect(html.includes(word), word).toBe(true);
  expect(check).toMatchObject({ ok: true, again: true });
  const refused = (...args: string[]) =>
    b.cli('share', 'report', path, b.path('no.html'), ...args).json.error;
  expect(refused('--redact-entry', 'ffffffff')).toMatchObject({ code: 'entry-unknown' });
  expect(refused('--redact-field', `${idOf('call')}:direction`)).toMatchObject({ code: 'wrong-use' });
  expect(refused('--redact-field', `${idOf('call')}:nothing`).message).toContain('person, said');
});

test('a field that somebody declares left out, or puts back wrongly, is found', () => {
  const { html } = report('--redact', 'personal');
  const text = html.toString();
  const other = (change: string): unknown => {
    const out = b.path('other.html');
    writeFileSync(out, change);
    const { status, json } = b.cli('check', out);
    expect(status).toBe(1);
    expect(verifyReport(out).ok).toBe(false);
    return (json.data as ReportCheck).problems.map(({ code }) => code);
  };
  expect(other(text.replace(/\["title","[0-9a-f]/u, '["title","x'))).toContain('left-out-wrong');
  expect(
    other(text.replace(/\["text","([0-9a-f]{64})"\]/u, '["text","AAAAAAAAAAAAAAAAAAAAAA","guess"]')),
  ).toContain('field-wrong');
  // One more is taken away than the report says.
  expect(other(text.replace(/,\["title","[0-9a-f]{64}"\]/u, ''))).toContain('field-missing');
});

test('a copy without personal data verifies, holds none of the words, and gives back what is written in it', async () => {
  const copy = b.path('without.holdfast');
  const passphrase = { HOLDFAST_NEW_PASSPHRASE: given };
  const refused = b.cliWith(
    passphrase,
    'share',
    'copy',
    path,
    copy,
    '--redact',
    'personal',
    '--evidence',
    'all',
  );
  expect(refused.json).toMatchObject({ error: { code: 'wrong-use' } });
  const made = b.cliWith(passphrase, 'share', 'copy', path, copy, '--redact', 'personal');
  expect(made.status, made.stdout).toBe(0);
  expect(made.json.data).toMatchObject({ evidence: 'none' });
  expect(heldIn(await allPages(copy, given), all)).toEqual([]);
  const verified = b.cliWith(asCopy, 'verify', copy);
  expect(verified.json.data, verified.stdout).toMatchObject({ ok: true });
  expect(verified.json.data.absent).toBeGreaterThan(40);
  expect(verifyCase(copy, given)).toMatchObject({ ok: true, problems: [] });
  expect(b.cli('verify', path).json.data).toMatchObject({ ok: true });
  // The control: the same of a copy with everything.
  const full = b.path('full.holdfast');
  expect(b.cliWith(passphrase, 'share', 'copy', path, full).status).toBe(0);
  const pages = await allPages(full, given);
  for (const word of shown) expect(pages.includes(word), word).toBe(true);
  expect(heldIn(pages, [words.withheld])).toEqual([]);
  // It can be read and written, and comes home.
  expect(b.cliWith(asCopy, 'timeline', copy).status).toBe(0);
  expect(b.cliWith(asCopy, 'note', copy, 'seen by the insurer', '--as', 'Insurer').status).toBe(0);
  const merged = b.cliWith({ HOLDFAST_OTHER_PASSPHRASE: given }, 'merge', path, copy);
  expect(merged.json.data, merged.stdout).toMatchObject({ problems: [] });
  expect(b.cli('verify', path).json.data).toMatchObject({ ok: true });
  const { entries } = b.cli('timeline', path).json.data as { entries: { text: string }[] };
  expect(entries.map(({ text }) => text)).toEqual(
    expect.arrayContaining([words.note, 'seen by the insurer']),
  );
});

test('what is gone from a copy that may lack fields is still found where it may not: in the original, and later on', () => {
  const copy = b.path('later.holdfast');
  expect(
    b.cliWith(
      { HOLDFAST_NEW_PASSPHRASE: given },
      'share',
      'copy',
      path,
      copy,
      '--redact',
      'personal',
      '--as',
      words.person,
    ).status,
  ).toBe(0);
  expect(b.cliWith(asCopy, 'note', copy, 'written later', '--as', 'Insurer').status).toBe(0);
  forge(copy, (db) => void db.prepare('DELETE FROM field WHERE value = ?').run(['"written later"']), given);
  expect(b.cliWith(asCopy, 'verify', copy).json.data).toMatchObject({
    ok: false,
    counts: { 'field-missing': 1 },
  });
  expect(verifyCase(copy, given).problems.map(({ code }) => code)).toEqual(['missing']);
});

test('a text that is withheld is gone from the names of what stands, too, and what stood before stands again', async () => {
  const own = b.path('slots.holdfast');
  const say = (...args: string[]) =>
    b.cli(...args, '--as', words.person).json.data as { entry: { id: string } };
  say('new', own, '--title', 'Slots');
  say('extent', 'set', own, 'systems', words.item, 'suspected');
  const { entry } = say('extent', 'set', own, 'systems', words.item, 'affected');
  say('withhold', own, entry.id, 'item', '--why', 'a name');
  expect(b.cli('verify', own).json.data).toMatchObject({ ok: true });
  const { extent } = b.cli('extent', 'list', own).json.data as { extent: unknown };
  expect(JSON.stringify(extent ?? b.cli('extent', 'list', own).json.data)).toContain('suspected');
  // The control: it is still the name of what stands, until the other one is withheld as well.
  expect((await allPages(own)).includes(words.item.toLowerCase())).toBe(true);
  const { entries } = b.cli('timeline', own, '--kind', 'extent').json.data as { entries: { id: string }[] };
  say('withhold', own, entries[0]?.id ?? '', 'item', '--why', 'a name');
  expect(b.cli('verify', own).json.data).toMatchObject({ ok: true });
  expect(heldIn(await allPages(own), [words.item, words.item.toLowerCase()])).toEqual([]);
});
