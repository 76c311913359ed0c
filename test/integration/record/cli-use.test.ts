import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let path = '';

beforeAll(async () => {
  b = bench('use');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
});

afterAll(() => {
  b.clean();
});

describe('wrong use: exit 2, one JSON document under --json, a sentence without it', () => {
  test.each([
    ['an unknown command', ['destroy'], /unknown command 'destroy'/],
    ['an unknown command of an area', ['evidence', 'burn'], /unknown command 'burn'/],
    ['no command at all', [], /command is missing/],
    ['no command of an area', ['evidence'], /command is missing/],
    ['an unknown option', ['info', 'x', '--passphrase', 'y'], /unknown option '--passphrase'/],
    ['a missing argument', ['note', 'x'], /missing required argument 'text'/],
    ['a missing option', ['new', 'x'], /required option '--title <title>'/],
    ['too many arguments', ['info', 'x', 'y'], /too many arguments/],
    ['a number that is none', ['timeline', 'x', '--limit', 'many'], /whole number/],
    ['a choice that is none', ['custody', 'x', 'EV-001', 'burned'], /Allowed choices are sealed/],
    ['two that exclude each other', ['evidence', 'add', 'x', 'y', '--store', '--reference'], /not both/],
  ])('%s', (_, args, says) => {
    const answer = b.cli(...args);
    expect(answer.status).toBe(2);
    expect(answer.json).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
    expect(answer.json.error.message).toMatch(says);
    expect(answer.stderr).toBe('');
  });

  test('without --json the sentence is on stderr, with a hint, and stdout is empty', () => {
    const answer = b.run(['destroy']);
    expect(answer).toMatchObject({ status: 2, stdout: '' });
    expect(answer.stderr).toMatch(/unknown command 'destroy'[\s\S]*holdfast --help shows all commands/);
  });

  test('help and version are no errors', () => {
    expect(b.run(['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(b.run(['evidence', 'add', '--help']).stdout).toContain('--reference');
    expect(b.run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('--quiet shows no progress, and progress is never on stdout', () => {
    const quiet = b.run(['verify', path, '--quiet', '--json']);
    expect(quiet).toMatchObject({ status: 0, stderr: '' });
    const loud = b.run(['verify', path, '--json']);
    expect(loud.stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('who writes', () => {
  test('--as makes an author; with several, one must be named: exit 2 with the list', () => {
    const { json } = b.cli('note', path, 'by another', '--as', 'Ada', '--role', 'hosting');
    expect(json.data.entry.author).toMatchObject({ name: 'Ada', trust: 'unconfirmed' });
    const refused = b.cli('note', path, 'by whom?');
    expectRefusal(refused, {
      code: 'author-ambiguous',
      status: 2,
      names: 'Ada',
      advice: /Say who writes\. `--as NAME` says it/,
    });
    expect(refused.json.error.details.authors).toContain('Ada');
    expect(b.cli('note', path, 'again', '--as', 'Ada').json.data.entry.author.id).toBe(
      json.data.entry.author.id,
    );
    const { authors } = b.cli('author', 'list', path).json.data as {
      authors: { name: string; role: string }[];
    };
    expect(authors).toMatchObject([{}, { name: 'Ada', role: 'hosting' }]);
    // Reading asks nobody.
    expect(b.cli('timeline', path, '--author', 'ada').json.data.total).toBe(3);
    expectRefusal(b.cli('note', path, 'x', '--as', ' '), {
      code: 'wrong-use',
      status: 2,
      names: 'author',
      advice: /cannot be empty/,
    });
  });

  test('a new case never overwrites', () => {
    expectRefusal(b.cli('new', path, '--title', 'x', '--as', 'Ada'), {
      code: 'already-exists',
      status: 2,
      names: path,
      advice: /Choose another name; nothing was overwritten/,
    });
    const nowhere = b.path('no/folder/x.holdfast');
    expectRefusal(b.cli('new', nowhere, '--title', 'x', '--as', 'Ada'), {
      code: 'file-missing',
      status: 4,
      names: b.path('no/folder'),
      advice: /Check the name/,
    });
  });

  test('an entry is named by 8 digits or more of its id', async () => {
    const engine = openEngine(b.path('profile'), { as: 'Ada' });
    await engine.open(path, true);
    const { entries } = await engine.ask('timeline.list', {});
    const id = entries[2]?.id ?? '';
    for (const digits of [id, id.slice(0, 8), id.slice(0, 20).toUpperCase(), ` ${id.slice(0, 9)} `]) {
      expect((await engine.ask('entry.show', { entry: digits })).entry.id).toBe(id);
    }
    for (const digits of [id.slice(0, 7), 'zzzzzzzz', '', `${id}0`, id.replace(/./g, '0')]) {
      const error = await engine.refused('entry.show', { entry: digits });
      expect(error).toMatchObject({ code: 'entry-unknown' });
      expect(error.message).toMatch(/Give at least 8 digits/);
    }
    await engine.close();
  });
});
