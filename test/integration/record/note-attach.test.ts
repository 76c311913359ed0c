import { existsSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { sha256Of } from '../../support/mail.ts';
import { expectSentence } from '../../support/refusal.ts';

/** `note --attach`: what was seen and what shows it, in one command. */
const bench = evidenceBench('note-attach');
beforeEach(async () => bench.newCase());

const kinds = (): string[] =>
  bench.b
    .cli('timeline', bench.path)
    .json.data.entries.map(({ kind }: { kind: string }) => kind)
    .slice(1);

test('the note, its files as exhibits and the links between them are in the record', () => {
  const files = [bench.written('a.log', 'line a'), bench.written('b.png', 'picture')];
  const answer = bench.b.cli(
    'note',
    bench.path,
    'Seen in the log',
    '--tag',
    'alert',
    '--at',
    '02:14',
    ...files.flatMap((file) => ['--attach', file]),
  );
  expect(answer.status, answer.stdout).toBe(0);
  const { entry, exhibits, failed } = answer.json.data;
  expect(entry).toMatchObject({
    kind: 'note',
    text: 'Seen in the log',
    tags: ['alert'],
    occurred: { typed: '02:14' },
    exhibits: ['EV-001', 'EV-002'],
  });
  expect(exhibits).toMatchObject([
    { exhibit: 'EV-001', type: 'log', mode: 'stored', sha256: sha256Of('line a') },
    { exhibit: 'EV-002', sha256: sha256Of('picture') },
  ]);
  expect(failed).toEqual([]);
  expect(kinds().slice(-7)).toEqual([
    'note',
    'evidence',
    'custody',
    'evidence',
    'custody',
    'attachment',
    'attachment',
  ]);
  const shown = bench.b.cli('timeline', bench.path, '--kind', 'note').json.data.entries;
  expect(shown.at(-1)).toEqual(entry);
  expect(bench.b.cli('verify', bench.path).status).toBe(0);
});

test('a file that cannot be read: the note and the other file are in, and it is told: exit 1', () => {
  const gone = bench.b.path('gone.log');
  const answer = bench.b.cli(
    'note',
    bench.path,
    'Two files',
    '--attach',
    gone,
    '--attach',
    bench.written('c.log'),
  );
  expect(answer.status).toBe(1);
  expect(answer.json).toMatchObject({
    ok: true,
    data: { entry: { exhibits: ['EV-001'] }, failed: [{ path: gone, code: 'file-missing' }] },
  });
  expectSentence(answer.json.data.failed[0].message, { names: gone, advice: /Check the name/ });
  const text = bench.b.run(['note', bench.path, 'Again', '--attach', gone]);
  expect(text.status).toBe(1);
  expect(text.stdout).toMatch(/^Saved\. .*Again/);
  expect(text.stdout).toContain('NOT ATTACHED: ');
});

test('a note that is refused takes no file in', () => {
  const file = bench.written('d.log');
  const before = kinds();
  const answer = bench.b.cli('note', bench.path, ' ', '--attach', file);
  expect(answer).toMatchObject({ status: 2, json: { error: { code: 'text-empty' } } });
  expect(kinds()).toEqual(before);
  expect(existsSync(file)).toBe(true);
});

test('without files the answer is the entry alone, as before', () => {
  expect(Object.keys(bench.b.cli('note', bench.path, 'plain').json.data)).toEqual(['entry']);
});
