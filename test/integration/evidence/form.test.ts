import { readFileSync, writeFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { beforeAll, describe, expect, test } from 'vitest';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { expectRefusal } from '../../support/refusal.ts';

const bench = evidenceBench('form');
const HOSTILE = '<script>alert(1)</script><img src=http://x.example/a onerror=b>\u202E"\'&';

beforeAll(async () => {
  await bench.newCase();
  await bench.withEngine(async (engine) => {
    await engine.job('evidence.add', { paths: [bench.written('a.log')], title: HOSTILE, mode: 'stored' });
    await engine.ask('evidence.add-thing', { title: 'disk', heldBy: HOSTILE, location: HOSTILE });
    await engine.ask('custody.record', {
      exhibit: 'EV-001',
      event: 'transferred',
      to: 'Hosting security',
      witness: 'shift lead',
      seal: '4471',
      condition: 'unbroken',
      purpose: HOSTILE,
      at: '2026-11-17 03:33',
      zone: 'America/New_York',
    });
    const handed = { exhibit: 'EV-001', event: 'acknowledged', to: 'Hosting security' } as const;
    await engine.ask('custody.record', { ...handed, at: '2026-11-17 03:40', zone: 'America/New_York' });
  });
});

/** The text of a page without its marks, as a person reads it. */
const read = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/u, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ');

/** What a reader of QR codes sees on the page. */
function scanned(html: string): string | undefined {
  const [, size = '', path = ''] = /viewBox="0 0 (\d+) \d+">\s*<path d="([^"]*)"/u.exec(html) ?? [];
  const side = Number(size) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)) {
    for (let at = 0; at < 16; at += 1) {
      const pixel = (Number(y) * 4 + (at >> 2)) * side + Number(x) * 4 + (at & 3);
      pixels.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe('the chain-of-custody form as a page', () => {
  test('stands alone: nothing runs, nothing is loaded, words of the case are words', async () => {
    await bench.withEngine(async (engine) => {
      for (const exhibit of ['EV-001', 'EV-002', 'all']) {
        const { html } = await engine.ask('custody.form', { exhibit, for: 'page' });
        expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
        const marks = [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/giu)];
        expect(new Set(marks.map(([, name]) => name))).not.toContain('script');
        expect(new Set(marks.map(([, name]) => name))).not.toContain('img');
        for (const [mark] of marks) expect(mark).not.toMatch(/\b(?:src|href|on\w+)\s*=|https?:|url\(/iu);
        expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
        expect(html).not.toContain('\u202E');
      }
    });
  });

  test('says everything that the record says of an exhibit', async () => {
    await bench.withEngine(async (engine) => {
      const { exhibit, custody } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
      const { html, exhibits, name } = await engine.ask('custody.form', { exhibit: 'ev-1', for: 'page' });
      expect({ exhibits, name }).toEqual({ exhibits: 1, name: 'custody-EV-001' });
      const text = read(html);
      // In the head that a printer repeats on every page.
      expect(read(/<thead>[\s\S]*?<\/thead>/u.exec(html)?.[0] ?? '')).toContain(`SHA-256 ${exhibit.sha256}`);
      for (const words of ['Hosting security', 'shift lead', '4471', 'unbroken', exhibit.title.slice(0, 8)]) {
        expect(text).toContain(words.replace('<', '&lt;').replace('>', '&gt;'));
      }
      expect(text).toContain('17 Nov 2026 03:33 America/New_York (-05:00)');
      expect(text).toContain('each time with its zone');
      expect(text).toContain('7 min between hand-over 2 and its receipt');
      expect(text).toMatch(/Handed over: .*Name, date, signature/);
      for (const { entry } of custody) expect(text).toContain(entry.slice(0, 8));
      expect(text).toContain('not decided: the incident has not ended');
    });
  });

  test('number and hash can be read from its QR code; a thing without a file has none', async () => {
    await bench.withEngine(async (engine) => {
      const { exhibit } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
      const { html } = await engine.ask('custody.form', { exhibit: 'EV-001', for: 'page' });
      expect(scanned(html)).toBe(`EV-001 sha256:${exhibit.sha256}`);
      const thing = await engine.ask('custody.form', { exhibit: 'EV-002', for: 'page' });
      expect(thing.html).not.toContain('<svg');
    });
  });

  test('of the whole case: an overview, and each exhibit with its number and hash at the head of its pages', async () => {
    await bench.withEngine(async (engine) => {
      const { html, exhibits, foot } = await engine.ask('custody.form', { exhibit: 'all', for: 'paper' });
      expect(exhibits).toBe(2);
      const heads = [...html.matchAll(/<div class="running">([\s\S]*?)<\/div>/gu)].map(([, head]) =>
        read(head ?? ''),
      );
      expect(heads).toHaveLength(3);
      expect(heads[1]).toMatch(/EV-001 SHA-256 [0-9a-f]{64}/);
      expect(heads[2]).toMatch(/EV-002 no file, no hash/);
      expect(foot).toMatch(
        /^printed .* Europe\/Berlin \(\+0\d:00\), Holdfast .*, \d+ entries, fingerprint (?:[0-9A-F]{4} ?){5}$/,
      );
    });
  });
});

describe('the command', () => {
  const form = (out: string) =>
    bench.b.cli('custody', 'form', bench.path, 'EV-001', '--out', bench.b.path(out));

  test('writes a page once, readable by its owner alone', () => {
    const made = form('one.html');
    expect(made.json.data).toMatchObject({ path: bench.b.path('one.html'), exhibits: 1 });
    expect(readFileSync(bench.b.path('one.html'))).toHaveLength(made.json.data.size as number);
    expectRefusal(form('one.html'), {
      code: 'already-exists',
      status: 2,
      names: 'one.html',
      advice: /Choose another name; nothing was overwritten/,
    });
  });

  test('outside the app there is no PDF, and the sentence says what to do', () => {
    expectRefusal(form('one.pdf'), {
      code: 'pdf-needs-app',
      status: 2,
      names: 'one.pdf',
      advice: /ends in \.html.*Or run `npm run -s holdfast` or the installed program/,
    });
  });

  test('another ending is wrong use', () => {
    writeFileSync(bench.b.path('keep.txt'), 'x');
    expect(form('keep.txt')).toMatchObject({ status: 2, json: { error: { code: 'wrong-use' } } });
    expect(readFileSync(bench.b.path('keep.txt'), 'utf8')).toBe('x');
  });
});
