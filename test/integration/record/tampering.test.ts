import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type KindName, kinds } from '../../../src-main/domain/kinds/index.ts';
import { projectionTables } from '../../../src-main/domain/projection/rows.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { fullCase } from '../../support/full-case.ts';
import { type Edit, bytes, edit, forge } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let engine: OpenEngine;
let good = '';
let path = '';
let attempts = 0;

beforeAll(async () => {
  b = bench('tampering', 'served');
  good = await fullCase(b.path('good.holdfast'), b.path('profile'));
  engine = openEngine(b.path('checker'));
});

beforeEach(() => {
  attempts += 1;
  path = b.path(`case-${attempts}.holdfast`);
  copyFileSync(good, path);
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

/** Codes that verify gives, with what it says of each. */
async function found(): Promise<Record<string, string>> {
  const checked = await engine.verify(path);
  if (!('ok' in checked)) throw new Error(`${checked.code}: ${checked.message}`);
  expect(checked.ok).toBe(checked.problems.length === 0);
  for (const { message } of checked.problems) expect(message).not.toMatch(/\{\w+\}|\?/);
  return Object.fromEntries(
    checked.problems.map(({ code, entry, exhibit, place }) => [code, entry ?? exhibit ?? place ?? '']),
  );
}

async function expectFinds(code: string, work: Edit): Promise<string> {
  forge(path, work);
  const problems = await found();
  expect(problems).toHaveProperty(code);
  return problems[code] ?? '';
}

/** The id of the first entry of a kind; its row in SQL is `HAVING_KIND`. */
const ofKind = (kind: string): string =>
  `(SELECT hash FROM entry WHERE json_extract(CAST(header AS TEXT), '$.kind') = '${kind}' ORDER BY seq LIMIT 1)`;

function idOfKind(kind: string): string {
  let id = '';
  edit(path, (db) => {
    id = Buffer.from(bytes(db.prepare(`SELECT ${ofKind(kind)} AS hash`).get()?.['hash'])).toString('hex');
  });
  return id;
}

test('control: the untouched record is good, and a forger who changes nothing leaves it so', async () => {
  forge(path, () => {});
  expect(await found()).toEqual({});
});

/** A field of every kind, and a value that it could as well have: a new kind without a row here fails below. */
const valueOf: Readonly<Record<KindName, readonly [field: string, value: string]>> = {
  case: ['title', '"Another title"'],
  author: ['name', '"Somebody else"'],
  note: ['text', '"Nothing happened"'],
  fact: ['value', '"UTC"'],
  evidence: ['sha256', `"${'ab'.repeat(32)}"`],
  custody: ['performed_by', '"Somebody else"'],
  copy: ['series', '"C"'],
  'copy-made': ['sha256', `"${'cd'.repeat(32)}"`],
  'passphrase-changed': ['copies', '7'],
  'clock-moved': ['moved_ms', '0'],
  plan: ['document', '{}'],
  'key-confirmed': ['by', '"in-person"'],
  'key-disowned': ['by', '"in-person"'],
  'same-person': ['key', `"${'ef'.repeat(32)}"`],
  correction: ['text', '"Nothing happened"'],
  withholding: ['why', '"no reason"'],
  attachment: ['exhibit', '"EV-002"'],
  phase: ['phase', '"review"'],
  'evidence-detail': ['clock_offset', '0'],
  call: ['answered', 'true'],
  presence: ['here', 'false'],
  hold: ['on', 'false'],
  'clock-check': ['offset_ms', '0'],
  witness: ['head', `"${'cd'.repeat(32)}"`],
  timestamp: ['entries', '1'],
  seal: ['entries', '1'],
  unseal: ['why', '"no reason"'],
  admission: ['n', '1'],
  imported: ['text', '"Nothing happened"'],
  'timeline-import': ['rows', '99'],
  step: ['state', '"skipped"'],
  'step-added': ['title', '"Another step"'],
  action: ['system', '"WEB02"'],
  'action-result': ['worked', '"no"'],
  notice: ['event', '"declined"'],
  deadline: ['state', '"void"'],
  'review-text': ['text', '"Nothing went wrong"'],
  'review-item': ['state', '"done"'],
  'review-excerpt': ['shown', 'false'],
  'review-approval': ['by', '"Somebody else"'],
  report: ['sha256', `"${'ef'.repeat(32)}"`],
  'step-link': ['title', '"Another step"'],
  'wanted-log': ['event', '"reviewed"'],
  'log-source': ['rows', '9'],
  citation: ['remark', '"Nothing happened"'],
  'log-finding': ['state', '"reopened"'],
  coverage: ['found', 'true'],
  rotation: ['event', '"confirmed"'],
  handover: ['to', '"Somebody else"'],
  'handover-accepted': ['handover', `"${'ef'.repeat(32)}"`],
  extent: ['state', '"not-affected"'],
  organisation: ['legal_name', '"Somebody else"'],
  'team-member': ['phone', '"+49 30 0000"'],
  defence: ['owner', '"Somebody else"'],
  'defence-check': ['result', '"problem"'],
  finding: ['state', '"accepted"'],
  'log-review': ['source', '"WEB02"'],
  'plan-approved': ['by', '"Somebody else"'],
};

test('the report of a record with a problem says so on its first page; that of the untouched one does not', async () => {
  const first = async (): Promise<string> => {
    const other = openEngine(b.path(`profile-of-report-${attempts}`));
    try {
      await other.open(path, true);
      const { document } = (await other.job('document.make', { what: 'report' })) as { document: string };
      return (await other.ask('document.take', { document, for: 'page' })).html;
    } finally {
      await other.close();
    }
  };
  expect(await first()).not.toContain('The record has problems');
  forge(path, (db) => {
    db.prepare(
      `UPDATE field SET value = '"Nothing"' WHERE name = 'text' AND entry = ${ofKind('note')}`,
    ).run();
  });
  expect(await first()).toContain('The record has problems');
});

describe.each(Object.keys(kinds) as KindName[])('an entry of kind %s', (kind) => {
  test('stands in the record that these tests tamper with', () => {
    expect(valueOf).toHaveProperty(kind);
    expect(idOfKind(kind)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('whose text was changed is named', async () => {
    const [field, value] = valueOf[kind];
    const id = idOfKind(kind);
    expect(
      await expectFinds('field-wrong', (db) => {
        const { changes } = db
          .prepare(`UPDATE field SET value = ? WHERE name = ? AND entry = ${ofKind(kind)}`)
          .run([value, field]);
        expect(changes).toBe(1);
      }),
    ).toBe(id);
  });
});

const first = ofKind('note');

describe('verify names each kind of tampering, with the entry it is in', () => {
  const entries: readonly (readonly [what: string, code: string, sql: string])[] = [
    [
      'a salt',
      'field-wrong',
      `UPDATE field SET salt = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE name = 'text' AND entry = ${first}`,
    ],
    [
      'a digest beside a field',
      'field-wrong',
      `UPDATE field SET digest = randomblob(32) WHERE name = 'text' AND entry = ${first}`,
    ],
    [
      'a name of a field',
      'field-wrong',
      `UPDATE field SET name = 'texts' WHERE name = 'text' AND entry = ${first}`,
    ],
    [
      'another spelling of a value',
      'field-not-canonical',
      `UPDATE field SET value = value || ' ' WHERE name = 'text' AND entry = ${first}`,
    ],
    [
      'a header',
      'hash-wrong',
      `UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), '01:20:01', '03:20:01') AS BLOB) WHERE hash = ${first}`,
    ],
    ['a header that is none', 'header-malformed', `UPDATE entry SET header = x'7b7d' WHERE hash = ${first}`],
    [
      'another spelling of a header',
      'header-not-canonical',
      `UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), ',"n"', ', "n"') AS BLOB) WHERE hash = ${first}`,
    ],
    ['a signature', 'signature-wrong', `UPDATE entry SET signature = randomblob(64) WHERE hash = ${first}`],
    [
      'a signature of another entry',
      'signature-wrong',
      `UPDATE entry SET signature = (SELECT signature FROM entry WHERE seq = 1) WHERE hash = ${first}`,
    ],
    [
      'the author beside a header',
      'columns-wrong',
      `UPDATE entry SET author = randomblob(32) WHERE hash = ${first}`,
    ],
    ['the number beside a header', 'columns-wrong', `UPDATE entry SET n = 77 WHERE hash = ${first}`],
    ['a removed field', 'field-missing', `DELETE FROM field WHERE name = 'text' AND entry = ${first}`],
  ];
  test.each(entries)('%s: %s', async (_, code, sql) => {
    const id = idOfKind('note');
    expect(await expectFinds(code, (db) => db.exec(sql))).toBe(id);
  });

  const others: readonly (readonly [what: string, code: string, sql: string])[] = [
    [
      'a removed inner entry',
      'parent-missing',
      `DELETE FROM field WHERE entry = ${first}; DELETE FROM entry WHERE hash = ${first}`,
    ],
    [
      'a removed first entry',
      'parent-missing',
      'DELETE FROM field WHERE entry = (SELECT hash FROM entry WHERE seq = 1); DELETE FROM entry WHERE seq = 1',
    ],
    [
      'exchanged rows',
      'parent-later',
      `UPDATE entry SET seq = -1 WHERE hash = ${first}; UPDATE entry SET seq = (SELECT max(seq) + 1 FROM entry) WHERE seq = -1`,
    ],
    [
      'fields of no entry',
      'field-foreign',
      `INSERT INTO field SELECT randomblob(32), name, salt, value, digest FROM field LIMIT 1`,
    ],
    [
      'a field more',
      'field-wrong',
      `INSERT INTO field SELECT ${first}, 'more', salt, value, digest FROM field LIMIT 1`,
    ],
    [
      'a text removed under a withholding that no entry made',
      'field-missing',
      `INSERT INTO withheld SELECT entry, digest, randomblob(32) FROM field WHERE name = 'text' AND entry = ${first}; DELETE FROM field WHERE name = 'text' AND entry = ${first}`,
    ],
    [
      'a text removed under a withholding that names a note as its reason',
      'field-missing',
      `INSERT INTO withheld SELECT entry, digest, entry FROM field WHERE name = 'text' AND entry = ${first}; DELETE FROM field WHERE name = 'text' AND entry = ${first}`,
    ],
    [
      'stored evidence that was changed',
      'evidence-changed',
      `UPDATE evidence_blob SET codec = 'raw', bytes = x'00'`,
    ],
    [
      'stored evidence that cannot be unpacked',
      'evidence-unreadable',
      'UPDATE evidence_blob SET bytes = randomblob(64)',
    ],
    ['stored evidence that was removed', 'evidence-missing', 'DELETE FROM evidence_blob'],
    [
      'stored evidence of no exhibit',
      'evidence-foreign',
      `INSERT INTO evidence_blob VALUES (randomblob(32), 'raw', x'00')`,
    ],
    ['an author renamed in the list', 'projection-wrong', `UPDATE author SET name = 'Somebody else'`],
    ['tips removed', 'projection-wrong', 'DELETE FROM tip'],
    ['a tip more', 'projection-foreign', 'INSERT INTO tip VALUES (randomblob(32))'],
  ];
  test.each(others)('%s: %s', async (_, code, sql) => {
    await expectFinds(code, (db) => db.exec(sql));
  });

  test('stored bytes that are others: what was recorded and what is there stand side by side', async () => {
    await expectFinds('evidence-changed', (db) =>
      db.exec(`UPDATE evidence_blob SET codec = 'raw', bytes = x'00'`),
    );
    const checked = await engine.verify(path);
    const exhibits = b.cli('evidence', 'list', good).json.data.exhibits as { sha256: string | null }[];
    const hashes =
      'ok' in checked ? checked.problems.find(({ hashes }) => hashes !== undefined)?.hashes : null;
    expect(hashes?.found).toBe(createHash('sha256').update(Buffer.alloc(1)).digest('hex'));
    expect(exhibits.map(({ sha256 }) => sha256)).toContain(hashes?.recorded);
    const said = b.run(['verify', path]);
    expect(said.status).toBe(1);
    expect(said.stdout).toContain(`recorded  ${String(hashes?.recorded)}`);
    expect(said.stdout).toContain(`found     ${String(hashes?.found)}`);
  });

  test('an entry of another case', async () => {
    const other = await smallCase(b.path(`other-${attempts}.holdfast`), b.path('other-profile'));
    let row: Record<string, unknown> = {};
    edit(other, (db) => {
      row = db.prepare('SELECT * FROM entry ORDER BY seq DESC LIMIT 1').get() ?? {};
    });
    await expectFinds('case-wrong', (db) => {
      const values = ['hash', 'header', 'signature', 'author', 'writer'].map((name) => bytes(row[name]));
      db.prepare(
        'INSERT INTO entry (hash, header, signature, author, writer, n) VALUES (?, ?, ?, ?, ?, ?)',
      ).run([...values, Number(row['n'])]);
    });
    expect(await found()).toHaveProperty('case-wrong', Buffer.from(bytes(row['hash'])).toString('hex'));
  });
});

/** One row of a view: the last one. */
const last = (table: string): string => {
  const order = table === 'tag' ? 'number || tag' : table === 'about' ? 'number || about' : 'number';
  return `${order} = (SELECT max(${order}) FROM ${table})`;
};

describe.each(Object.entries(projectionTables))('the view %s', (table, columns) => {
  test('with a changed, an added or a removed row is told from what the entries say', async () => {
    const column = columns.at(-1) ?? '';
    const changes: readonly (readonly [string, string])[] = [
      [
        'changed',
        `UPDATE ${table} SET ${column} = CASE typeof(${column}) WHEN 'integer' THEN ${column} + 1 ELSE 'z' END
          WHERE ${last(table)}`,
      ],
      ['removed', `DELETE FROM ${table} WHERE ${last(table)}`],
      [
        'added',
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns
          .map((name) => (name === 'number' ? 'number + 1000' : name === 'entry' ? `entry || 'x'` : name))
          .join(', ')} FROM ${table} LIMIT 1`,
      ],
    ];
    for (const [what, sql] of changes) {
      copyFileSync(good, path);
      edit(path, (db) => db.exec(sql));
      const checked = await engine.verify(path);
      const problems = 'ok' in checked ? checked.problems : [];
      expect(problems.length, JSON.stringify(checked)).toBeGreaterThan(0);
      expect(problems.map(({ message }) => message).join(' '), what).toContain(`table ${table} `);
    }
  });
});

describe('the views of how entries hang together', () => {
  const changes: readonly (readonly [what: string, code: string, sql: string])[] = [
    ['a statement that no longer stands', 'projection-missing', `DELETE FROM present WHERE slot = 'phase'`],
    [
      'a statement that stands for another',
      'projection-foreign',
      `UPDATE present SET number = number - 1 WHERE slot = 'phase'`,
    ],
    [
      'a hand-over that no longer stands',
      'projection-missing',
      `DELETE FROM present WHERE slot LIKE 'custody/%'`,
    ],
    ['a statement more', 'projection-foreign', `INSERT INTO present VALUES ('fact/severity', 3)`],
    [
      'a branch that is none',
      'projection-foreign',
      `INSERT INTO branch SELECT number, entry, 2 FROM timeline LIMIT 1`,
    ],
  ];
  test.each(changes)('%s: %s', async (_, code, sql) => {
    await expectFinds(code, (db) => db.exec(sql));
  });
});
