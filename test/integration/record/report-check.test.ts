import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256, signatureChecker } from '../../../src-main/casework/node-crypto.ts';
import { rowsChecker } from '../../../src-main/share/report/page-check/rows-checker.ts';
import { ownChecker } from '../../../src-main/share/report/page-check/signatures.ts';
import { joinRows } from '../../../src-main/share/report/self-check/check-carried.ts';
import {
  type ReportCheck,
  checkReport,
  compareShown,
} from '../../../src-main/share/report/self-check/check-report.ts';
import type { CheckedRows } from '../../../src-main/share/report/self-check/check-rows.ts';
import { partDigest } from '../../../src-main/share/report/self-check/carried-record.ts';
import { readReport } from '../../../src-main/share/report/self-check/read-report.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { reportedCase } from '../../support/reported-case.ts';
import { tamperings } from '../../support/tampered-report.ts';
import { verifyReport } from '../../verifier/verify-report.ts';

let b: Bench;
let html = '';

beforeAll(() => {
  b = bench('report-check', 'served');
  html = readFileSync(reportedCase(b), 'utf8');
});
afterAll(() => b.clean());

type Checked = Pick<ReportCheck, 'ok' | 'problems'> & Partial<ReportCheck>;

const unreadable = (message: string): Checked => ({
  ok: false,
  problems: [{ code: 'report-unreadable', message, number: null }],
});

async function checked(text: string): Promise<Checked> {
  const report = readReport(text);
  if (typeof report === 'string') return unreadable(report);
  const tools = { digest: sha256, checkSignature: await signatureChecker() };
  const work = checkReport(report.record, report.page, tools);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

test('a report that nobody touched is good, says how many, and holds the words of the case as words', async () => {
  const result = await checked(html);
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({ ok: true, leftOut: 0, withheld: 0, anchored: null });
  expect(await inSlices(html)).toEqual(result);
  expect(result.entries).toBe(html.match(/<li id="e\d+">/gu)?.length);
  // Two scripts: the record, which is no program, and the program that the rules of the page name.
  expect(html.match(/<script/gu)).toHaveLength(2);
  expect(html).toMatch(
    /default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/]{43}='; worker-src blob:"/u,
  );
});

/** What is no wording of the format is ours to know: how a line is drawn, its time, and the name of a key. */
const OURS_ALONE = new Set([
  'the time of a line',
  'the name of an author in the timeline',
  'a day of the timeline',
  'a line is struck',
  'a line is hidden',
]);

test('the independent verifier finds it good as well', () => {
  expect(verifier(html)).toMatchObject({ ok: true, problems: [] });
});

function verifier(text: string): ReturnType<typeof verifyReport> {
  const path = b.path('verified.html');
  writeFileSync(path, text);
  return verifyReport(path);
}

test.each(Object.entries(tamperings))('%s is found, with its place', async (name, { change, place }) => {
  const result = await checked(change(html));
  const { ok, problems } = result;
  expect(verifier(change(html)).ok, 'the verifier').toBe(OURS_ALONE.has(name));
  expect(ok).toBe(false);
  expect(problems.map(({ message }) => message).join('\n')).toMatch(place);
  expect(await inSlices(change(html))).toEqual(result);
});

/** As a page checks it in its threads: rows slice by slice, signatures by the cipher that comes with it. */
async function inSlices(text: string): Promise<Checked> {
  const report = readReport(text);
  if (typeof report === 'string') return unreadable(report);
  const { record, page } = report;
  const check = rowsChecker(ownChecker());
  const slices: CheckedRows[] = [];
  for (let at = 0; at < record.rows.length; at += 7) {
    slices.push(structuredClone(await check(record.rows.slice(at, at + 7), at)));
  }
  const work = compareShown(record, page, joinRows(record, slices, sha256, 'report'), sha256);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

test('a part that was made anew together with its check value is found by Holdfast, which makes it again', async () => {
  const section = /<section id="facts">[\s\S]*?<\/section>/u.exec(html)?.[0] ?? '';
  const other = section.replace('<bdi>yes</bdi>', '<bdi>no</bdi>');
  const [[, was], [, now]] = [partDigest('facts', section), partDigest('facts', other)];
  const forged = html.replace(section, other).replace(was, now);
  expect(forged).not.toContain(was);
  // Nothing that came with the page can tell: neither its own check, nor anybody who has FORMAT.md alone.
  expect(await checked(forged)).toMatchObject({ ok: true });
  expect(verifier(forged).ok).toBe(true);
  const file = b.path('forged.html');
  writeFileSync(file, forged);
  const { status, json } = b.cli('check', file);
  expect(status).toBe(1);
  expect(json.data).toMatchObject({ ok: false, again: false, problemCount: 1 });
  expect(json.data.problems[0]).toMatchObject({ code: 'part-not-of-record' });
  expect(json.data.problems[0].message).toContain('What is known');
  // The control: the report as it was written.
  writeFileSync(file, html);
  expect(b.cli('check', file).json.data).toMatchObject({ ok: true, again: true, program: true });
  writeFileSync(file, html.replace('id="holdfast-check">', 'id="holdfast-check">0;'));
  expect(b.cli('check', file).json.data).toMatchObject({ ok: false, program: false, again: null });
  writeFileSync(file, html.replace('○ Not checked yet.', '✓ Checked: no change was found.'));
  expect(b.cli('check', file).json.data).toMatchObject({ ok: false, problemCount: 1 });
});

test('every visible letter counts: whatever is changed in what a person reads is found', async () => {
  const begin = html.indexOf('<div class="cover"');
  const end = html.indexOf('<script type="application/json"');
  const found: unknown[] = [];
  // Letters of texts, one in many: all of them would take minutes.
  const letters = [...html.slice(begin, end).matchAll(/(?<=>[^<]*)[a-z](?=[^<>]*<)/giu)];
  const stride = Math.ceil(letters.length / 60);
  for (let i = 0; i < letters.length; i += stride) {
    const at = begin + (letters[i]?.index ?? 0);
    const other = html[at] === 'x' ? 'y' : 'x';
    const { ok } = await checked(`${html.slice(0, at)}${other}${html.slice(at + 1)}`);
    if (ok) found.push(html.slice(at - 30, at + 30));
  }
  expect(letters.length).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});
