import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browsed,
  chromiumPath,
  firefoxPath,
  inChromium,
  inFirefox,
  isReadOut,
} from '../../support/browsers.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { HOSTILE, reportedCase } from '../../support/reported-case.ts';
import { tamperings } from '../../support/tampered-report.ts';

let b: Bench;
const files: string[] = [];

/** Of each sort one: what a person reads, a signature, a digest, a value, and a page that broke off. */
const chosen = [
  'a digit in a line of the timeline',
  'a decision in the part of facts',
  'a line is hidden',
  'the look',
  'a digit of a signature',
  'a digest in a header',
  'a value in the record and on the page',
  'the record is cut off',
];

beforeAll(() => {
  b = bench('report-browsers');
  const html = readFileSync(reportedCase(b), 'utf8');
  const pages: [string, string][] = [
    ['good', html],
    // The control of the hostile notes: the same words where the rules of the page are gone, and they are markup.
    ...chosen.map((name): [string, string] => [
      name.replaceAll(/\W+/gu, '-'),
      tamperings[name]?.change(html) ?? '',
    ]),
  ];
  for (const [name, text] of pages) {
    const path = b.path(`${name}.html`);
    writeFileSync(path, text);
    files.push(path);
  }
});
afterAll(() => b.clean());

function expectRight({ pages, dialogs }: Browsed): void {
  const [good, ...bad] = pages;
  expect(good?.said).toMatch(/^✓ Checked: no change was found/u);
  expect(good?.text).toContain('no witness fixes them yet');
  expect(good?.text).toContain('That evidence was genuine before it was hashed.');
  expect(bad).toHaveLength(chosen.length);
  for (const [i, { said, text }] of bad.entries()) {
    const { place } = tamperings[chosen[i] ?? ''] ?? {};
    expect(said, chosen[i]).toMatch(
      /^✗ Checked: \d+ problems? (?:was|were) found\. Do not rely on this page\./u,
    );
    expect(text, chosen[i]).toMatch(place ?? /never/u);
  }
  // No word of the case ran.
  expect(pages.map(({ ran }) => ran)).toEqual(pages.map(() => null));
  expect(dialogs).toBe(0);
}

describe.skipIf(firefoxPath === undefined)(
  'in Firefox, offline (skipped where firefox-esr is not installed)',
  () => {
    test(
      'a report checks itself, and what was changed by hand turns it red with its place',
      { timeout: 240_000 },
      () => {
        const browsed = inFirefox(b.folder, files);
        expectRight(browsed);
        expect(browsed.threads).toBeGreaterThan(0);
      },
    );
  },
);

describe.skipIf(chromiumPath === undefined)(
  'in Chromium, offline (skipped where chromium is not installed)',
  () => {
    test(
      'a report checks itself, and what was changed by hand turns it red with its place',
      { timeout: 240_000 },
      async () => {
        const browsed = await inChromium(b.folder, files);
        expectRight(browsed);
        expect(browsed.threads).toBeGreaterThan(0);
      },
    );

    test('also where the browser cannot check such signatures', { timeout: 240_000 }, async () => {
      const browsed = await inChromium(b.folder, files, 'cipher');
      expectRight(browsed);
      expect(browsed.pages[0]?.said).toContain('this browser cannot check signatures of this kind itself');
    });

    test.each(['threads', 'sound threads'] as const)(
      'also where the browser has no %s for such a page',
      { timeout: 240_000 },
      async (lack) => {
        const browsed = await inChromium(b.folder, files, lack);
        expectRight(browsed);
        expect(browsed.threads > 0).toBe(lack !== 'threads');
      },
    );

    test(
      'what is out of sight at first is read out, too, with the script of the page and without; the control is never idle',
      { timeout: 240_000 },
      async () => {
        const html = readFileSync(files[0] ?? '', 'utf8');
        const last = /([a-z-]+ \d+ \([0-9a-f]{8}\))<\/span>\s*<\/li>\s*<\/ol><\/section>/u.exec(html)?.[1];
        const path = b.path('long.html');
        // What is near to what is seen is laid out at once as well.
        writeFileSync(path, html.replace('<section', `<div>${'<p>more</p>'.repeat(500)}</div><section`));
        expect(await isReadOut(b.folder, path, last ?? 'none', 'as usual')).toBe(true);
        expect(await isReadOut(b.folder, path, last ?? 'none', 'without scripts')).toBe(true);
        expect(await isReadOut(b.folder, path, last ?? 'none', 'never idle')).toBe(false);
      },
    );

    test(
      'the control: without the rules of the page, and as markup, the words of the case do run',
      { timeout: 60_000 },
      async () => {
        const html = readFileSync(files[0] ?? '', 'utf8');
        const path = b.path('loose.html');
        const loose = html
          .replace(/; script-src 'sha256-[^']*'/u, '')
          .replace("default-src 'none'; ", '')
          .replace('<div id="self-check"', `${HOSTILE.slice('</script>'.length)} --><div id="self-check"`);
        writeFileSync(path, loose);
        const { pages } = await inChromium(b.folder, [path]);
        expect(pages[0]?.ran).toBe(1);
        expect(pages[0]?.said).toMatch(/^✗/u);
      },
    );
  },
);
