import { copyFileSync, cpSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf, wordsOfHead } from '../../../src-main/domain/fingerprint.ts';
import { sha256 } from '../../../src-main/casework/node-crypto.ts';
import { projectionTables } from '../../../src-main/domain/projection/rows.ts';
import { authorKeys } from '../../../src-main/store/profile/author-key.ts';
import { type Bench, type CliAnswer, PASSPHRASE, bench } from '../../support/cli.ts';
import { forge } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { type Rewriting, rewriteHistory } from '../../support/rewrite.ts';
import { smallCase } from '../../support/small-case.ts';
import { verifyCase } from '../../verifier/verify-case.ts';
let b: Bench;
let good = '';
let path = '';
let seed: Uint8Array;
let attempts = 0;
let profile = '';
let engine: OpenEngine;

beforeAll(async () => {
  b = bench('witness', 'served');
  good = await smallCase(b.path('good.holdfast'), b.path('profile'));
  engine = openEngine(b.path('stranger'));
  const own = openEngine(b.path('profile'));
  seed = authorKeys(own.process.engine.profile())[0]?.seed ?? new Uint8Array();
  await own.close();
});

beforeEach(() => {
  attempts += 1;
  path = b.path(`case-${attempts}.holdfast`);
  copyFileSync(good, path);
  // All are copies of one case: a device that saw the others would call each of them older than seen.
  profile = b.path(`profile-${attempts}`);
  cpSync(b.path('profile'), profile, { recursive: true });
});

const cli = (...args: string[]): CliAnswer => b.cliWith({ HOLDFAST_PROFILE: profile }, ...args);

afterAll(async () => {
  await engine.close();
  b.clean();
});

/** Entries that only another copy has are put in, with nothing that shows them. */
function takeOver(other: string): void {
  const known = '(SELECT hash FROM entry WHERE seq > 6)';
  let rows: readonly (readonly [sql: string, values: SqliteRow])[] = [];
  forge(other, (db) => {
    const all = (sql: string): SqliteRow[] => db.prepare(sql).all<SqliteRow>();
    rows = [
      ...all('SELECT hash, header, signature, author, writer, n FROM entry WHERE seq > 6').map(
        (row) => ['entry (hash, header, signature, author, writer, n)', row] as const,
      ),
      ...all(`SELECT entry, name, salt, value, digest FROM field WHERE entry IN ${known}`).map(
        (row) => ['field (entry, name, salt, value, digest)', row] as const,
      ),
    ];
  });
  forge(path, (db) => {
    for (const [into, row] of rows) {
      const values = Object.values(row);
      db.prepare(`INSERT INTO ${into} VALUES (${values.map(() => '?').join(', ')})`).run(values);
    }
    db.exec('INSERT INTO tip SELECT hash FROM entry WHERE seq = (SELECT max(seq) FROM entry)');
  });
}

type SqliteRow = Record<string, string | number | Uint8Array<ArrayBuffer>>;

/** The last entry goes, and all that shows it inside the file. */
function cutTail(): void {
  forge(path, (db) => {
    const last = '(SELECT max(seq) FROM entry)';
    const hash = `(SELECT hash FROM entry WHERE seq = ${last})`;
    for (const table of Object.keys(projectionTables)) {
      db.exec(`DELETE FROM ${table} WHERE number = (SELECT max(seq) FROM entry)`);
    }
    db.exec(`DELETE FROM field WHERE entry = ${hash}; DELETE FROM entry WHERE seq = ${last};
      DELETE FROM tip; INSERT INTO tip SELECT hash FROM entry WHERE seq = ${last}`);
  });
}

describe('the fingerprint of the record', () => {
  test('is read out as ten words and a code, recorded, and found again by either', () => {
    const told = cli('witness', path);
    expect(told).toMatchObject({ status: 0, json: { data: { entries: 6 } } });
    const { words, code, head } = told.json.data as { words: string[]; code: string; head: string };
    expect(words).toEqual(wordsOfHead(head));
    const recorded = cli('witness', 'record', path, '--person', 'Insurer', '--at', '2026-11-24 02:40');
    expect(recorded.json.data.entry).toMatchObject({
      kind: 'witness',
      head,
      entries: 6,
      person: 'Insurer',
      by: 'telephone',
      text: 'Insurer was told the fingerprint of 6 entries by telephone',
      occurred: { utc: '2026-11-24T01:40:00.000Z' },
    });
    cli('note', path, 'after it');
    for (const typed of [words, [words.join(' ').toUpperCase()], [code], code.split(' '), [head]]) {
      const answer = cli('witness', 'check', path, ...typed);
      expect(answer.status).toBe(0);
      expect(answer.json.data).toMatchObject({ known: true, position: 6, since: 2, words, code, head });
    }
    expect(b.run(['witness', path]).stdout).toMatch(
      /Stands for all 8 entries so far[\s\S]*code {2}[0-9A-F]{4} /,
    );
  });

  test('that the record never had is not known: exit 1, and the whole answer', () => {
    const answer = cli('witness', 'check', path, 'E582 94F2 E9A2 2748 6E8B');
    expect(answer.status).toBe(1);
    expect(answer.json).toMatchObject({ ok: true, data: { known: false, position: 0, since: 6 } });
    expect(b.run(['witness', 'check', path, 'E582 94F2 E9A2 2748 6E8B'])).toMatchObject({ status: 1 });
    expectRefusal(cli('witness', 'check', path, 'topmost Istanbul Plato vagabond'), {
      code: 'fingerprint-not-understood',
      status: 2,
      names: 'Plato',
      advice: /perhaps Pluto.*word by word/,
    });
    expectRefusal(cli('witness', 'record', path, '--person', 'X', '--told', 'E58294F2E9A227486E8B'), {
      code: 'wrong-use',
      status: 2,
      names: 'told',
      advice: /Read out those that it has now\. `witness` shows them/,
    });
    expectRefusal(cli('witness', 'record', path, '--person', ' '), {
      code: 'wrong-use',
      status: 2,
      names: 'told',
      advice: /Say who was told/,
    });
  });

  test('of a record with two ends is over both', () => {
    const other = b.path('other-end.holdfast');
    copyFileSync(path, other);
    for (const [file, who] of [
      [path, 'Ada'],
      [other, 'Ben'],
    ] as const) {
      expect(cli('note', file, `by ${who}`, '--as', who, '--continue-older').status).toBe(0);
    }
    // The entries of the other file come in as they are; `verify` reads them without the views.
    expect(cli('witness', path).json.data.head).toBe(verifyCase(path, PASSPHRASE).head[0]);
    takeOver(other);
    const tips = verifyCase(path, PASSPHRASE).head;
    expect(tips).toHaveLength(2);
    const told = cli('verify', path).json.data as { head: string };
    expect(told.head).toBe(fingerprintOf(sha256, tips));
  });
});

describe('verify says how far a witness fixes the record', () => {
  test('in JSON and in words; after it, entries rest on the keys alone', () => {
    expect(cli('verify', path).json.data).toMatchObject({ anchored: null, unanchored: 6 });
    const first = cli('witness', 'record', path, '--person', 'Host').json.data.entry;
    cli('note', path, 'between');
    const second = cli('witness', 'record', path, '--person', 'Insurer', '--by', 'in-person').json.data.entry;
    cli('note', path, 'last');
    const { data } = cli('verify', path).json;
    expect(data).toMatchObject({
      ok: true,
      anchored: { entry: second.id, kind: 'witness', at: second.recorded, fixes: 8 },
      unanchored: 2,
    });
    expect(data.sentence).toMatch(
      /^10 entries consistent; fixed by a witness up to entry 8 \([A-Z][a-z]{2} \d\d:\d\d UTC\); 2 entries after that rest on the keys alone\.$/,
    );
    expect(first.id).not.toBe(second.id);
    // An older fingerprint that is recorded later fixes no more.
    cli('witness', 'record', path, '--person', 'Owner', '--told', first.head);
    expect(cli('verify', path).json.data.anchored.entry).toBe(second.id);
  });

  test('a witness of something that is not there is a problem, for both readers of the format', () => {
    cli('witness', 'record', path, '--person', 'Host');
    rewriteHistory(path, seed, (kind, { name, value }) =>
      kind === 'note' && name === 'text' ? '"nothing happened"' : value,
    );
    const { status, json } = cli('verify', path);
    expect(status).toBe(1);
    const codes = (json.data.problems as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('witness-unknown');
    expect(verifyCase(path, PASSPHRASE).problems).toMatchObject([{ code: 'witness' }]);
  });
});

describe('what only somebody outside can tell (FORMAT.md §7.5)', () => {
  const checked = async (): Promise<unknown> => engine.verify(path);

  test('a history written anew from the start with the author’s own key', async () => {
    const told = cli('witness', path).json.data as { code: string };
    cli('witness', 'record', path, '--person', 'Host');
    // The forger follows the witness entry up as well, so that everything inside the file fits.
    const rewriting: Rewriting = (kind, { name, value }, renamed) => {
      if (kind === 'note' && name === 'text') return '"nothing happened"';
      if (kind === 'witness' && name === 'head') return JSON.stringify(renamed(JSON.parse(value) as string));
      return value;
    };
    // Control: the same work without another text changes nothing, and the fingerprint stays.
    rewriteHistory(path, seed, (_, { value }) => value);
    expect(cli('witness', 'check', path, told.code)).toMatchObject({ status: 0 });
    rewriteHistory(path, seed, rewriting);
    expect(await checked()).toMatchObject({ ok: true, problems: [], unanchored: 1 });
    const answer = cli('witness', 'check', path, told.code);
    expect(answer).toMatchObject({ status: 1, json: { data: { known: false } } });
  });

  test('a case made anew with the same key and the same texts', async () => {
    const { code } = cli('witness', path).json.data as { code: string };
    const again = await smallCase(b.path(`again-${attempts}.holdfast`), b.path('profile'));
    expect(cli('witness', 'check', again, code)).toMatchObject({ status: 1 });
    expect(cli('witness', 'check', path, code)).toMatchObject({ status: 0 });
  });

  test('an end that was cut off', async () => {
    const { code } = cli('witness', path).json.data as { code: string };
    cutTail();
    expect(await checked()).toMatchObject({ ok: true, anchored: null, unanchored: 5 });
    expect(cli('witness', 'check', path, code)).toMatchObject({ status: 1 });
  });

  test('a table that claims to know the fingerprint does not count: the header must have that hash', async () => {
    // More entries than are looked at when a file is opened.
    const own = openEngine(profile);
    await own.open(path);
    const { code, head } = await own.ask('witness.show', {});
    for (let i = 0; i < 20; i += 1) await own.ask('note.add', { text: `Note ${i}` });
    await own.close();
    expect(cli('witness', 'check', path, code)).toMatchObject({ status: 0 });
    rewriteHistory(path, seed, (kind, { name, value }) =>
      kind === 'note' && name === 'text' ? '"nothing happened"' : value,
    );
    forge(path, (db) => db.exec(`UPDATE entry SET hash = x'${head}' WHERE seq = 5`));
    expect(cli('witness', 'check', path, code)).toMatchObject({
      status: 1,
      json: { data: { known: false } },
    });
  });
});
