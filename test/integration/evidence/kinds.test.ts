import { beforeAll, describe, expect, test } from 'vitest';
import { evidenceTypes } from '../../../src-main/domain/kinds/evidence.ts';
import { detailsFor } from '../../../src-main/domain/exhibit-details.ts';
import { stillMissing } from '../../../src-main/domain/still-missing.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { expectRefusal } from '../../support/refusal.ts';

const bench = evidenceBench('kinds');

describe('details by type', () => {
  beforeAll(async () => bench.newCase());

  test('a log: everything that the options say stands in the exhibit, and nothing is missing', () => {
    const added = bench.b.cli(
      'evidence',
      'add',
      bench.path,
      bench.written('u_ex261117.log'),
      '--source',
      'WEB01',
      '--program',
      'IIS',
      '--covers',
      '2026-11-17 00:00..2026-11-17 23:59',
      '--zone',
      'UTC',
      '--clock-offset',
      '-2',
      '--collected-by',
      'Ada',
      '--held-by',
      'Host',
      '--location',
      'rack 4',
      '--seal',
      '4471',
    );
    expect(added.json.data.exhibits).toMatchObject([
      {
        type: 'log',
        source: 'WEB01',
        program: 'IIS',
        zone: 'UTC',
        clockOffset: -2,
        covers: { from: '2026-11-17T00:00:00.000Z', to: '2026-11-17T23:59:00.000Z', zone: 'UTC' },
        collectedBy: 'Ada',
        heldBy: 'Host',
        location: 'rack 4',
        holder: 'Host',
        missing: [],
      },
    ]);
    expect(bench.shown('EV-001').custody).toMatchObject([
      { event: 'collected', performedBy: 'Ada', to: 'Host', location: 'rack 4', seal: '4471' },
    ]);
  });

  test('what nobody said is named in the JSON and in the text, and blocks nothing', () => {
    const added = bench.b.cli('evidence', 'add', bench.path, bench.written('bare.log'));
    expect(added.status).toBe(0);
    expect(added.json.data.exhibits[0].missing).toEqual(['source', 'covers', 'zone', 'clockOffset']);
    const text = bench.b.run(['evidence', 'list', bench.path]).stdout;
    expect(text).toContain('still missing of EV-002: host or system, times covered, time zone, clock offset');
    expect(text).not.toContain('still missing of EV-001');
  });

  test('the zone of a span that was typed with an offset is said; a zone given for a picture is of its times only', () => {
    const spans = bench.b.cli(
      'evidence',
      'add',
      bench.path,
      bench.written('z.log'),
      '--covers',
      '2026-11-17T00:00Z..2026-11-17T01:00Z',
    );
    expect(spans.json.data.exhibits[0]).toMatchObject({ zone: 'UTC', missing: ['source', 'clockOffset'] });
    const picture = bench.b.cli(
      'evidence',
      'add',
      bench.path,
      bench.written('z.png'),
      '--at',
      '2026-11-17 02:00',
      '--zone',
      'UTC',
    );
    expect(picture.json.data.exhibits[0]).toMatchObject({
      collected: '2026-11-17T02:00:00.000Z',
      missing: [],
    });
    expect(picture.json.data.exhibits[0].zone).toBeUndefined();
  });

  test.each([
    ['a span without an end', ['--covers', '2026-11-17'], 'time-not-understood'],
    ['a zone that does not exist', ['--zone', 'Mars/Olympus'], 'zone-unknown'],
    ['half a second', ['--clock-offset', '0.5'], 'wrong-use'],
  ])('%s is refused before anything is read', (_, options, code) => {
    const refused = bench.b.cli('evidence', 'add', bench.path, bench.written('r.log'), ...options);
    expect(refused).toMatchObject({ status: 2, json: { error: { code } } });
  });

  test('every type has a form, and what it may miss is asked for in it', () => {
    for (const type of evidenceTypes) {
      for (const withFile of [true, false]) {
        expect(detailsFor(type, withFile)).toEqual(expect.arrayContaining([...stillMissing(type, {})]));
      }
      expect(stillMissing(type, {}), 'who collected it').toContain('collected_by');
    }
    expect(stillMissing('thing', { make: 'x', held_by: 'y', location: 'z', collected_by: 'a' })).toEqual([]);
  });
});

describe('things without a file', () => {
  beforeAll(async () => bench.newCase());

  test('one is first class: list, show, custody, timeline, verify, copy', () => {
    const added = bench.b.cli(
      'evidence',
      'add',
      bench.path,
      '--no-file',
      '--title',
      'Snapshot of WEB01',
      '--type',
      'snapshot',
      '--held-by',
      'Hosting company',
      '--location',
      'their storage',
      '--provider',
      'Host',
      '--item-id',
      'snap-0a1b',
      '--console',
      'Storage > Snapshots',
      '--at',
      '2026-11-17 02:40',
      '--seal',
      '9',
    );
    expect(added.status).toBe(0);
    expect(added.json.data).toMatchObject({
      failed: [],
      exhibits: [
        {
          exhibit: 'EV-001',
          type: 'snapshot',
          mode: 'none',
          size: null,
          sha256: null,
          bytes: 'none',
          provider: 'Host',
          itemId: 'snap-0a1b',
          console: 'Storage > Snapshots',
          holder: 'Hosting company',
          missing: [],
        },
      ],
    });
    expect(bench.shown('EV-001')).toMatchObject({
      holder: 'Hosting company',
      custody: [{ event: 'collected', to: 'Hosting company', location: 'their storage', seal: '9' }],
    });
    expect(bench.b.cli('custody', bench.path, 'EV-001', 'transferred', '--to', 'Insurer').status).toBe(0);
    const texts = bench.b
      .cli('timeline', bench.path)
      .json.data.entries.map(({ text }: { text: string }) => text);
    expect(texts).toContain(
      'EV-001 added: Snapshot of WEB01, a thing without a file, held by Hosting company',
    );
    expect(bench.b.run(['evidence', 'list', bench.path]).stdout).toMatch(
      /EV-001 {2}Snapshot of WEB01 {2}no file, held by Insurer/,
    );

    const verified = bench.b.cli('evidence', 'verify', bench.path, 'EV-001');
    expect(verified).toMatchObject({ status: 0, json: { data: { results: [], withoutBytes: ['EV-001'] } } });
    expect(bench.b.run(['evidence', 'verify', bench.path]).stdout).toContain('EV-001  has no bytes');
    expect(bench.shown('EV-001').custody).toHaveLength(2);
    expectRefusal(bench.b.cli('evidence', 'extract', bench.path, 'EV-001', '--to', bench.b.folder), {
      code: 'bytes-not-here',
      status: 2,
      names: 'EV-001',
      advice: /a thing without a file/,
    });

    bench.written('new.txt', 'another passphrase\n');
    const copy = bench.b.path('copy.holdfast');
    expect(
      bench.b.cli('share', 'copy', bench.path, copy, '--new-passphrase-file', bench.b.path('new.txt')).status,
    ).toBe(0);
    const other = { HOLDFAST_PASSPHRASE: 'another passphrase' };
    expect(bench.b.cliWith(other, 'evidence', 'list', copy).json.data.exhibits).toMatchObject([
      { exhibit: 'EV-001', mode: 'none', size: null, holder: 'Insurer' },
    ]);
    expect(bench.b.cliWith(other, 'verify', copy).json.data.ok).toBe(true);
    expect(bench.b.cli('verify', bench.path).json.data.ok).toBe(true);
  });

  test.each([
    ['no holder', ['--no-file', '--title', 'x', '--location', 'y'], /--held-by/],
    [
      'a path as well',
      ['x.log', '--no-file', '--title', 'x', '--held-by', 'y', '--location', 'z'],
      /leave the path out/,
    ],
    ['stored', ['--no-file', '--store', '--title', 'x', '--held-by', 'y', '--location', 'z'], /no bytes/],
    [
      'hashes',
      ['--no-file', '--also', 'md5', '--title', 'x', '--held-by', 'y', '--location', 'z'],
      /no bytes to hash/,
    ],
    ['neither path nor --no-file', [], /Name a file or a folder/],
  ])('%s is wrong use', (_, options, says) => {
    const refused = bench.b.cli('evidence', 'add', bench.path, ...options);
    expect(refused).toMatchObject({ status: 2, json: { error: { code: 'wrong-use' } } });
    expect(refused.json.error.message).toMatch(says);
  });
});

describe('saying more', () => {
  beforeAll(async () => bench.newCase());

  test('the newest value of each field is shown; each change keeps old and new value, who, when and why', () => {
    bench.b.cli(
      'evidence',
      'add',
      bench.path,
      bench.written('fw.txt'),
      '--source',
      'WEB01',
      '--title',
      'Firewall',
    );
    const first = bench.b.cli(
      'evidence',
      'describe',
      bench.path,
      'EV-001',
      '--source',
      'FW01',
      '--clock-offset',
      '4',
      '--reason',
      'asked the host',
    );
    expect(first.json.data).toMatchObject({
      entry: {
        kind: 'evidence-detail',
        text: 'EV-001: host or system FW01, clock offset 4, because: asked the host',
      },
      exhibit: { source: 'FW01', clockOffset: 4, title: 'Firewall' },
    });
    const other = { HOLDFAST_PROFILE: bench.b.path('other-profile') };
    const again = ['--clock-offset', '-1', '--title', 'Firewall of the host', '--as', 'Tester'];
    bench.b.cliWith(other, 'evidence', 'describe', bench.path, 'EV-001', ...again);
    const now = bench.shown('EV-001');
    expect(now.exhibit).toMatchObject({ clockOffset: -1, title: 'Firewall of the host', source: 'FW01' });
    expect(now.history).toMatchObject([
      { field: 'source', before: 'WEB01', after: 'FW01', reason: 'asked the host' },
      { field: 'clockOffset', before: null, after: 4 },
      { field: 'title', before: 'Firewall', after: 'Firewall of the host' },
      { field: 'clockOffset', before: 4, after: -1, by: 'Tester' },
    ]);
    for (const { by, at, entry } of now.history) {
      expect(by).not.toBe('');
      expect(at).toMatch(/Z$/);
      expect(entry).toHaveLength(64);
    }
    expect(bench.b.run(['evidence', 'show', bench.path, 'EV-001']).stdout).toContain('clock offset: 4 → -1');
    expect(bench.b.cli('evidence', 'list', bench.path).json.data.exhibits[0].title).toBe(
      'Firewall of the host',
    );
  });

  test('another type asks for other things; a span is understood in the zone that the log is said to have', () => {
    const zoned = bench.b.cli(
      'evidence',
      'describe',
      bench.path,
      'EV-001',
      '--type',
      'log',
      '--zone',
      'America/New_York',
    );
    expect(zoned.json.data.exhibit).toMatchObject({ type: 'log', missing: ['covers'] });
    const covered = bench.b.cli(
      'evidence',
      'describe',
      bench.path,
      'EV-001',
      '--covers',
      '2026-11-17 00:00..01:00',
    );
    expect(covered.json.data.exhibit.covers).toEqual({
      from: '2026-11-17T05:00:00.000Z',
      to: '2026-11-17T06:00:00.000Z',
      zone: 'America/New_York',
    });
    expect(covered.json.data.exhibit.missing).toEqual([]);
    const thing = bench.b.cli('evidence', 'describe', bench.path, 'EV-001', '--type', 'thing');
    expect(thing.json.data.exhibit.missing).toEqual(['serial', 'heldBy', 'location']);
  });

  test('saying what stands already writes nothing', () => {
    const { total } = bench.b.cli('timeline', bench.path).json.data;
    for (const options of [[], ['--type', 'thing'], ['--reason', 'only a reason']]) {
      expectRefusal(bench.b.cli('evidence', 'describe', bench.path, 'EV-001', ...options), {
        code: 'wrong-use',
        status: 2,
        names: 'EV-001',
        advice: /say something that differs from what stands/,
      });
    }
    expect(bench.b.cli('timeline', bench.path).json.data.total).toBe(total);
    expect(bench.b.cli('evidence', 'describe', bench.path, 'EV-009', '--make', 'x').json.error.code).toBe(
      'exhibit-unknown',
    );
  });
});
