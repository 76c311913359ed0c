import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  evidenceAddedSchema,
  evidenceComparedSchema,
  verifiedSchema,
} from '../../../src-main/contract/evidence.ts';
import { engineMethods } from '../../../src-main/contract/index.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { sha256Of } from '../../support/mail.ts';

const bench = evidenceBench('compare');

describe('compare with a list', () => {
  beforeAll(async () => {
    await bench.newCase();
    mkdirSync(bench.b.path('folder'));
    bench.written('folder/one.txt');
    bench.written('folder/two.txt');
    await bench.withEngine(async (engine) => {
      const paths = ['same.log', 'other.log', 'unlisted.log'].map((name) => bench.written(name));
      await engine.job('evidence.add', { paths, also: ['md5', 'sha1'] });
      await engine.job('evidence.add', { paths: [bench.b.path('folder')], mode: 'reference' });
      await engine.ask('evidence.add-thing', { title: 'USB', heldBy: 'x', location: 'y' });
    });
  });

  const sum = (tool: string, ...args: string[]): string =>
    spawnSync(tool, args, { cwd: bench.b.folder, encoding: 'utf8' }).stdout;
  const compare = (list: string) => bench.b.cli('evidence', 'compare', bench.path, '--list', list);

  test('a list that agrees: exit 0, recorded in the chain of custody of each exhibit it names', () => {
    const list = bench.written(
      'good.txt',
      sum('sha256sum', 'same.log', 'other.log', 'folder/one.txt', 'folder/two.txt'),
    );
    const answer = compare(list);
    expect(answer.status, answer.stdout).toBe(0);
    expect(answer.json.data).toMatchObject({
      list: { path: list, format: 'sha256sum', files: 4 },
      results: [
        { line: 1, name: 'same.log', state: 'same', exhibits: ['EV-001'] },
        { line: 2, state: 'same', exhibits: ['EV-002'] },
        { line: 3, name: 'folder/one.txt', state: 'same', exhibits: ['EV-004'] },
        { line: 4, state: 'same', exhibits: ['EV-004'] },
      ],
      notInList: ['EV-003'],
      partly: [],
      problems: [],
    });
    for (const exhibit of ['EV-001', 'EV-002', 'EV-004']) {
      const { custody, exhibit: now } = bench.shown(exhibit);
      expect(custody).toHaveLength(2);
      expect(custody[1]).toMatchObject({ event: 'verified', result: 'same hash' });
      expect(custody[1].method).toMatch(/^compared with the list good\.txt \(sha256 [0-9a-f]{64}\)$/);
      expect(now.lastVerified).toMatchObject({ ok: true });
    }
    expect(bench.shown('EV-003').custody).toHaveLength(1);
  });

  test('a list that disagrees: exit 1, named by line, and the exhibit stays marked', () => {
    const list = bench.written(
      'bad.txt',
      `${'0'.repeat(64)}  other.log\n${'1'.repeat(64)}  new.log\nabc  x\n`,
    );
    const answer = compare(list);
    expect(answer.status).toBe(1);
    expect(answer.json.data).toMatchObject({
      results: [
        { line: 1, state: 'different', exhibits: ['EV-002'] },
        { line: 2, state: 'not-here', exhibits: [] },
      ],
      problems: [{ line: 3, reason: expect.stringMatching(/3 digits/) }],
      notInList: ['EV-001', 'EV-003', 'EV-004'],
    });
    const { custody, exhibit } = bench.shown('EV-002');
    expect(custody.at(-1)).toMatchObject({
      event: 'verified',
      result: 'another hash in bad.txt, line 1',
      hashAfter: '0'.repeat(64),
    });
    expect(exhibit.lastVerified.ok).toBe(false);
    expect(bench.b.run(['evidence', 'compare', bench.path, '--list', list]).stdout).toMatch(
      /line 1 {2}other\.log {2}ANOTHER HASH THAN EV-002/,
    );
  });

  test('lists of other tools: md5sum, sha1sum --tag, hashdeep', () => {
    expect(
      compare(bench.written('md5.txt', sum('md5sum', '-b', 'same.log'))).json.data.results,
    ).toMatchObject([{ state: 'same', exhibits: ['EV-001'], hashes: { md5: expect.any(String) } }]);
    expect(compare(bench.written('tag.txt', sum('sha1sum', '--tag', 'same.log'))).json.data).toMatchObject({
      list: { format: 'bsd' },
      results: [{ state: 'same' }],
    });
    expect(
      compare(bench.written('deep.txt', sum('hashdeep', '-c', 'md5,sha256', 'same.log'))).json.data,
    ).toMatchObject({
      list: { format: 'hashdeep' },
      results: [{ state: 'same', exhibits: ['EV-001'] }],
    });
  });

  test('a part of a folder is told as a part, and one changed file of it is loud', () => {
    const part = compare(bench.written('part.txt', sum('sha256sum', 'folder/one.txt')));
    expect(part).toMatchObject({
      status: 0,
      json: { data: { partly: [{ exhibit: 'EV-004', files: 2, same: 1 }] } },
    });
    const before = bench.shown('EV-004').custody.length;
    const changed = compare(bench.written('changed.txt', `${'2'.repeat(64)}  folder/two.txt\n`));
    expect(changed).toMatchObject({
      status: 1,
      json: { data: { results: [{ state: 'different', exhibits: ['EV-004'] }] } },
    });
    expect(bench.shown('EV-004').custody).toHaveLength(before + 1);
  });

  test('what is no list is refused, and nothing is recorded', () => {
    const { total } = bench.b.cli('timeline', bench.path).json.data;
    for (const content of ['', 'Dear Sir\n', Buffer.alloc(3000, 1)]) {
      const refused = compare(bench.written('no-list.txt', content));
      expect(refused).toMatchObject({ status: 2, json: { error: { code: 'wrong-use' } } });
      expect(refused.json.error.message).toContain('no-list.txt');
    }
    expect(compare(bench.b.path('gone.txt')).json.error.code).toBe('file-missing');
    expect(bench.b.cli('timeline', bench.path).json.data.total).toBe(total);
  });
});

test('the results of these jobs are what the contract says', async () => {
  await bench.newCase();
  await bench.withEngine(async (engine) => {
    const added = await engine.job('evidence.add', { paths: [bench.written('c.log')] });
    expect(evidenceAddedSchema.parse(added)).toEqual(added);
    const verified = await engine.job('evidence.verify', { exhibits: [] });
    expect(verifiedSchema.parse(verified)).toEqual(verified);
    const list = bench.written('list.txt', `${sha256Of('c.log')}  c.log\n`);
    const compared = await engine.job('evidence.compare', { list });
    expect(evidenceComparedSchema.parse(compared)).toEqual(compared);
    await engine.ask('evidence.describe', { exhibit: 'EV-001', covers: '2026-11-17 01:00..02:00' });
    const shown = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(engineMethods['evidence.show'].response.parse(shown)).toEqual(shown);
  });
});
