import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectError, expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let engine: OpenEngine;
let path = '';

beforeAll(async () => {
  b = bench('text', 'served');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'));
  await engine.open(path);
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

/** What the file says after it was closed and opened again. */
async function readBack(id: string): Promise<{ text: string; tags: string[] }> {
  await engine.close();
  engine = openEngine(b.path('profile'));
  await engine.open(path);
  return (await engine.ask('entry.show', { entry: id })).entry;
}

describe('a note is kept exactly as it was typed', () => {
  test.each([
    ['HTML', '<script>alert(1)</script><b>&amp;</b>'],
    ['control characters and NUL', 'nul \0 bell \u0007 escape \u001B[31m del \u007F'],
    ['line breaks of all kinds', 'one\r\ntwo\rthree\u2028four\u2029five\u0085six\n\n'],
    ['direction marks', '\u202Eabc\u202C \u2067עברית\u2069'],
    ['decomposed and composed letters', 'e\u0301 \u00E9 ﬁ Å'],
    ['emoji and private use', '👩‍💻🏴‍☠️ \uE000 \u{10FFFF}'],
    ['a byte order mark', '\uFEFFtext'],
    ['quotes of SQL and JSON', `'; DROP TABLE entry; -- "\\" \\u0041 {"a":1}`],
    ['spaces around', '  text \t '],
    ['a formula', '=1+1'],
  ])('%s', async (_, text) => {
    const { entry } = await engine.ask('note.add', { text });
    expect(entry.text).toBe(text);
    expect((await readBack(entry.id)).text).toBe(text);
  });

  test('5 MB of it, and 200 tags', async () => {
    const text = 'ü🔥<b>x</b>\n'.repeat(400_000).slice(0, 5_000_000);
    const tags = Array.from({ length: 200 }, (_, i) => `tag-${i}`);
    const { entry } = await engine.ask('note.add', { text, tags });
    const read = await readBack(entry.id);
    expect(read.text === text).toBe(true);
    expect(read.tags).toEqual(tags);
    expect(await engine.ask('timeline.list', { tag: '#TAG-199' })).toMatchObject({ total: 1 });
  });

  test('and the record with all of them is good', async () => {
    expect(await engine.job('record.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});

describe('what cannot be kept is refused with a remedy, and nothing is recorded', () => {
  const refused = async (request: { text: string; tags?: string[]; phase?: string; at?: string }) => {
    const before = await engine.ask('timeline.list', {});
    const error = await engine.refused('note.add', request);
    expect(await engine.ask('timeline.list', {})).toMatchObject({ total: before.total });
    return error;
  };

  test('more than 8 MiB', async () => {
    expectError(await refused({ text: 'x'.repeat(8 * 2 ** 20) }), {
      code: 'too-large',
      status: 2,
      names: '8 MiB',
      advice: /Add it as evidence and write a short note/,
    });
    expectError(await refused({ text: 'ü'.repeat(4 * 2 ** 20) }), {
      code: 'too-large',
      status: 2,
      names: '8 MiB',
      advice: /Add it as evidence/,
    });
  });

  test.each(['\uD83D', 'before \uDD25 after', `${'x'.repeat(1000)}\uD800`])(
    'half of a character: %j',
    async (text) => {
      expectError(await refused({ text }), {
        code: 'text-not-unicode',
        status: 2,
        names: 'lone surrogate',
        advice: /Delete the character/,
      });
    },
  );

  test.each(['', ' ', '\n\t ', '\u00A0\u2003'])('nothing: %j', async (text) => {
    expectError(await refused({ text }), {
      code: 'text-empty',
      status: 2,
      names: 'empty',
      advice: /nothing to save/,
    });
  });

  test('a tag that is none, a phase that is none', async () => {
    const tag = await refused({ text: 'x', tags: ['two words'] });
    expectError(tag, { code: 'wrong-use', status: 2, names: '“two words”', advice: /A tag is a word/ });
    const phase = await refused({ text: 'x', phase: 'panic' });
    expectError(phase, {
      code: 'wrong-use',
      status: 2,
      names: '“panic”',
      advice: /The phases are .*containment/,
    });
  });

  test('half a character in names and titles', async () => {
    const other = b.path('other.holdfast');
    const title = await engine.refused('case.create', { path: other, title: 'T\uD83D', passphrase: 'x' });
    expect(title.code).toBe('text-not-unicode');
    expect((await engine.refused('case.create', { path: other, title: '  ', passphrase: 'x' })).code).toBe(
      'text-empty',
    );
  });
});

describe('on the command line', () => {
  beforeAll(async () => engine.close());

  test('a note from standard input: NUL, 3 MB and all, without the last line break of the pipe', () => {
    const text = `first\0line\r\n${'long '.repeat(600_000)}\n`;
    const answer = b.run(['note', path, '-', '--json'], `${text}\n`);
    expect(answer.status, answer.stderr).toBe(0);
    expect(answer.json.data.entry.text === text).toBe(true);
  });

  test('standard input in another encoding is refused, not guessed', () => {
    expectRefusal(b.run(['note', path, '-', '--json'], Buffer.from('caf\u00E9', 'latin1')), {
      code: 'wrong-use',
      status: 2,
      names: 'UTF-8',
      advice: /iconv/,
    });
    const answer = b.run(['note', path, '-', '--json'], Buffer.from('café'));
    expect(answer.json.data.entry.text).toBe('café');
  });

  test('more than 8 MiB from standard input: exit 2', () => {
    expectRefusal(b.run(['note', path, '-', '--json'], 'x'.repeat(9 * 2 ** 20)), {
      code: 'too-large',
      status: 2,
      names: '8 MiB',
      advice: /Add it as evidence/,
    });
  });

  test('a text that starts with a dash, or looks like an option, stands after --', () => {
    for (const text of ['-rf was run', '--json', '--quiet']) {
      const answer = b.run(['note', path, '--json', '--', text]);
      expect(answer.json).toMatchObject({ ok: true, data: { entry: { text } } });
    }
    const plain = b.run(['note', path, '--', '--json']);
    expect(plain.status).toBe(0);
    expect(plain.stdout).toMatch(/^Saved\. .*--json/);
  });

  test('a terminal is not given the escape codes of a note', () => {
    b.run(['note', path, '-', '--json'], 'red \u001B[31m and \u202Ebackwards');
    const shown = b.run(['timeline', path, '--limit', '1']);
    expect(shown.stdout).toContain('red ⟨U+001B⟩[31m and ⟨U+202E⟩backwards');
    expect(shown.stdout).not.toMatch(/[\u001B\u202E]/);
  });

  test('an empty note: exit 2', () => {
    expectRefusal(b.cli('note', path, ' '), {
      code: 'text-empty',
      status: 2,
      names: 'empty',
      advice: /nothing to save/,
    });
    expectRefusal(b.run(['note', path, '-', '--json'], '\n'), {
      code: 'text-empty',
      status: 2,
      names: 'empty',
      advice: /nothing to save/,
    });
  });
});
