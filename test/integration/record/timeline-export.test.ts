import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfHead } from '../../../src-main/domain/fingerprint.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';

let place: Bench;
let path = '';
let engine: OpenEngine;
const HOSTILE = [
  '<script>alert(1)</script> & "quotes"',
  '<img src="https://example.org/x.png">',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '＝1',
  'two\nlines, with "quotes"',
  '‮right to left',
  '[link](https://example.org) ![picture](x) `code` | cell',
];

beforeAll(async () => {
  place = bench('export', 'served');
  path = place.path('case.holdfast');
  engine = openEngine(place.path('profile'), { as: '=Ada <b>' });
  await engine.ask('case.create', {
    path,
    title: 'Uploads & <more>',
    passphrase: PASSPHRASE,
    source: 'other',
    zone: 'Europe/Berlin',
  });
  for (const text of HOSTILE) await engine.ask('note.add', { text, tags: [] });
});

afterAll(async () => {
  await engine.close();
  place.clean();
});

const head = async (): Promise<string> => (await engine.ask('witness.show', {})).code;

test('a page escapes everything, loads nothing, and says zone, case and fingerprint on each sheet', async () => {
  const { text, entries, foot } = await engine.ask('timeline.export', { kinds: ['note'], format: 'page' });
  expect(entries).toBe(HOSTILE.length);
  expect(text).not.toMatch(/<(?:script|img|link|iframe)|<[^>]*\s(?:src|href)=/i);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
  expect(text).toContain('two<br />lines');
  expect(text).toContain("default-src 'none'");
  expect(text).not.toContain('‮');
  // Inside the head of the table, which is printed again on every sheet.
  const [, thead = ''] = /<thead>(.*?)<\/thead>/su.exec(text) ?? [];
  for (const said of ['Uploads &amp; &lt;more&gt;', 'Europe/Berlin (+01:00)', await head()]) {
    expect(thead).toContain(said);
  }
  for (const said of ['Uploads & <more>', 'Europe/Berlin (+01:00)', await head()]) {
    expect(foot).toContain(said);
  }
  expect(text).toContain('counter(page)');
});

test('a table never holds what a spreadsheet would run, and each row says zone, case and fingerprint', async () => {
  const { text } = await engine.ask('timeline.export', { kinds: ['note'], format: 'csv' });
  const rows = parsed(text.slice(1));
  const [names = [], ...lines] = rows;
  expect(lines).toHaveLength(HOSTILE.length);
  const column = (name: string) => lines.map((line) => line[names.indexOf(name)] ?? '');
  for (const cell of lines.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@\uFF1D]/u);
  // The control: without its apostrophe the guarded text is what was typed.
  expect(column('text').map((cell) => cell.replace(/^'/, ''))).toEqual(HOSTILE);
  expect(column('author')[0]).toBe("'=Ada <b>");
  expect(new Set(column('zone'))).toEqual(new Set(['Europe/Berlin']));
  expect(new Set(column('case'))).toEqual(new Set(['Uploads & <more>']));
  expect(codeOfHead(column('fingerprint')[0] ?? '')).toBe(await head());
  expect(column('recorded')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0[12]:00$/);
});

test('Markdown shows text as it is', async () => {
  const { text } = await engine.ask('timeline.export', { kinds: ['note'], format: 'markdown' });
  expect(text).not.toMatch(/<script|<img|[^\\]\]\(|[^\\]!\[/);
  expect(text).toContain('Europe/Berlin (+01:00)');
  expect(text).toContain(await head());
});

test('a part of the list; nothing is refused', async () => {
  const two = await engine.ask('timeline.export', { kinds: ['note'], offset: 1, limit: 2, format: 'csv' });
  expect(
    parsed(two.text)
      .slice(1)
      .map((row) => row[9]),
  ).toEqual([HOSTILE[1], `'${HOSTILE[2]}`]);
  expect(await engine.refused('timeline.export', { search: 'nowhere', format: 'page' })).toMatchObject({
    code: 'wrong-use',
  });
});

test('the command line writes the same filter into a new file, and never over another', async () => {
  await engine.close();
  const out = place.path('notes.csv');
  const wanted = ['timeline', path, '--kind', 'note', '--search', 'quotes', '--out'];
  expect(place.cli(...wanted, out).json.data).toMatchObject({ path: out, entries: 2 });
  expect(parsed(readFileSync(out, 'utf8'))).toHaveLength(3);
  expect(place.cli(...wanted, out).json.error).toMatchObject({ code: 'already-exists' });
  expect(place.cli(...wanted, place.path('notes.doc')).json.error).toMatchObject({ code: 'wrong-use' });
});

/** RFC 4180, by a reader of its own. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quotes = false;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i] ?? '';
    if (quotes && mark === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (mark === '"') quotes = !quotes;
    else if (!quotes && mark === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quotes && mark === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      i += 1;
    } else cell += mark;
  }
  return rows.filter((row) => row.length > 0);
}
