import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { RequestOf } from '../../../src-main/contract/index.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { generateCase } from '../../support/generate-record.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

type Filter = RequestOf<'timeline.list'>;

let folder = '';
let engine: OpenEngine;
let all: readonly EntryView[] = [];
const ids = (entries: readonly EntryView[]): string[] => entries.map(({ id }) => id);
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-filters-'));
  const path = join(folder, 'case.holdfast');
  await generateCase(path, { entries: 800, seed: 5, passphrase: PASSPHRASE, authors: 4, all: true });
  engine = openEngine(join(folder, 'profile'), { as: 'Reader' });
  await engine.open(path);
  all = (await engine.ask('timeline.list', { by: 'occurred' })).entries;
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const time = (entry: EntryView): number => Date.parse(entry.occurred?.utc ?? entry.recorded);

/** The same rules, entry by entry over what the views say. */
const wanted: readonly (readonly [string, Filter, (entry: EntryView) => boolean])[] = [
  ['one kind', { kinds: ['fact'] }, ({ kind }) => kind === 'fact'],
  ['several kinds', { kinds: ['fact', 'custody'] }, ({ kind }) => kind === 'fact' || kind === 'custody'],
  ['an author', { author: 'Person 1' }, ({ author }) => author.name === 'Person 1'],
  ['authors', { author: ['Person 1', 'person 2'] }, ({ author }) => /^Person [12]$/.test(author.name)],
  ['a phase', { phase: 'eradication' }, ({ phase }) => phase === 'eradication'],
  ['a tag', { tag: '#Alert' }, ({ tags }) => tags.includes('alert')],
  ['tags', { tag: ['alert', 'décision'] }, ({ tags }) => tags.includes('alert') || tags.includes('décision')],
  [
    'a span',
    { since: '2026-11-05T00:00:00Z', until: '2026-11-09T12:00:00Z' },
    (entry) => time(entry) >= Date.UTC(2026, 10, 5) && time(entry) <= Date.UTC(2026, 10, 9, 12),
  ],
  [
    'kind, author and text together',
    { kinds: ['note', 'correction'], author: 'Person 3', search: 'FIREWALL' },
    ({ kind, author, text }) =>
      /note|correction/.test(kind) && author.name === 'Person 3' && folded(text).includes('firewall'),
  ],
  ['one letter', { kinds: ['note'], search: 'Ü' }, ({ kind, text }) => kind === 'note' && text.includes('ü')],
  ['an address', { kinds: ['note'], search: '10.0.1' }, ({ text }) => text.includes('10.0.1')],
  ['a path', { search: 'C:\\INETPUB\\' }, ({ text }) => text.includes('C:\\inetpub\\')],
  ['nothing', { search: 'no such text' }, () => false],
];

describe('filters', () => {
  test.each(wanted)('%s', async (name, filter, fits) => {
    const found = await engine.ask('timeline.list', { ...filter, by: 'occurred' });
    expect(ids(found.entries)).toEqual(ids(all.filter((entry) => fits(entry))));
    expect(found.total).toBe(found.entries.length);
    // The control: each of these filters leaves something out, and all but the last something in.
    expect(found.total).toBeLessThan(all.length);
    expect(found.total > 0).toBe(name !== 'nothing');
    const {
      total,
      all: record,
      strip,
    } = await engine.ask('timeline.survey', { ...filter, by: 'occurred', buckets: 50 });
    expect({ total, record }).toEqual({ total: found.total, record: all.length });
    if (filter.since === undefined) expect(strip?.counts.reduce((a, b) => a + b, 0)).toBe(found.total);
    const at = Math.floor(found.total / 2);
    const middle = found.entries[at];
    if (middle === undefined) return;
    const place = { ...filter, by: 'occurred' } as const;
    expect(await engine.ask('timeline.place', { ...place, entry: middle.id })).toEqual({ index: at });
    const page = await engine.ask('timeline.list', { ...place, offset: at, limit: 1 });
    expect(ids(page.entries)).toEqual([middle.id]);
    const hidden = all.find((entry) => !fits(entry));
    expect(await engine.ask('timeline.place', { ...place, entry: hidden?.id ?? '' })).toEqual({
      index: null,
    });
  });

  test('a menu counts what each value would show beside the other filters', async () => {
    const survey = await engine.ask('timeline.survey', { kinds: ['fact'], author: 'Person 1', buckets: 10 });
    const of = (kind: string): number =>
      all.filter((entry) => entry.kind === kind && entry.author.name === 'Person 1').length;
    for (const { value, count } of survey.kinds) expect([value, count]).toEqual([value, of(value)]);
    for (const { name, count } of survey.authors) {
      expect(count).toBe(all.filter((entry) => entry.kind === 'fact' && entry.author.name === name).length);
    }
    expect(survey.kinds.map(({ value }) => value)).toContain('custody');
  });

  test('the words of evidence and custody are found in their fields', async () => {
    const { entries } = await engine.ask('timeline.list', { search: 'THEIR console' });
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['evidence', 'custody']));
  });

  test('the first entry at an instant or later', async () => {
    const at = '2026-11-10T00:00:00.000Z';
    const { index } = await engine.ask('timeline.place', { by: 'occurred', at });
    expect(index).toBe(all.findIndex((entry) => time(entry) >= Date.parse(at)));
    const late = await engine.ask('timeline.place', { by: 'occurred', at: '2030-01-01T00:00:00.000Z' });
    expect(late.index).toBe(all.length - 1);
  });

  test('what nobody knows is refused', async () => {
    expect(await engine.refused('timeline.list', { author: 'Nobody' })).toMatchObject({ code: 'wrong-use' });
    expect(await engine.refused('timeline.list', { since: 'not a time' })).toMatchObject({
      code: 'time-not-understood',
    });
  });
});

describe('what is written while the index stands', () => {
  const total = async (search: string): Promise<number> =>
    (await engine.ask('timeline.list', { search })).total;

  test('a note is found at once, in its place, and no longer when its text is withheld', async () => {
    expect(await total('hunter2')).toBe(0);
    const { entry } = await engine.ask('note.add', {
      text: 'Password hunter2',
      tags: ['leak'],
      at: '2026-11-05 10:00',
    });
    expect(await total('HUNTER2')).toBe(1);
    const { entries } = await engine.ask('timeline.list', { by: 'occurred' });
    const places = entries.map((one) => time(one));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await engine.ask('entry.withhold', { entry: entry.id, field: 'text', why: 'a password' });
    expect(await total('hunter2')).toBe(0);
    expect((await engine.ask('timeline.list', { tag: 'leak' })).total).toBe(1);
    expect(await total('a password')).toBe(1);
  });

  test('a corrected note is found by its new words', async () => {
    // No word that could stand in a hash by chance: those are searched, too.
    const { entry } = await engine.ask('note.add', { text: 'Seen on WEB07' });
    await engine.ask('note.correct', { entry: entry.id, text: 'Seen on MAIL03', reason: 'wrong name' });
    const { entries } = await engine.ask('timeline.list', { search: 'mail03' });
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([['correction', 'Seen on MAIL03']]);
    const [old] = (await engine.ask('timeline.list', { search: 'WEB07', kinds: ['note'] })).entries;
    expect(old).toMatchObject({ id: entry.id, correctedBy: entries[0]?.id });
  });

  test('since the last look: what came then, and nothing after it was said that all was seen', async () => {
    const unseen = async () => engine.ask('timeline.list', { unseen: true });
    const everything = (await engine.ask('timeline.list', {})).total;
    expect((await unseen()).total).toBe(everything);
    await engine.ask('timeline.look', {});
    expect((await unseen()).total).toBe(0);
    await engine.ask('note.add', { text: 'new, of yesterday', at: 'yesterday 23:50' });
    expect((await unseen()).entries.map(({ text }) => text)).toEqual(['new, of yesterday']);
    const survey = await engine.ask('timeline.survey', { unseen: true, buckets: 10 });
    expect(survey.total).toBe(1);
    expect(survey.looked).not.toBeNull();
  });
});
