import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCaseUco } from '../../support/case-uco-rules.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { type StixObject, observableIds, stixProblems } from '../../support/stix-rules.ts';

const CASE = 'https://ontology.caseontology.org/case/investigation/';
const UCO = 'https://ontology.unifiedcyberontology.org/uco/';
const HOSTILE = 'two\nlines\r\n"quoted" \\ \u202Egpj.exe \u2028 </script> \u{1F600} \u0000';
const LONG = 'x'.repeat(5_000_000);
/** A low-entropy one: 4 digits would stand out nowhere else. */
const SECRET = 'hunter2-Zyxcanary-4711';

let b: Bench;
let path = '';
const ids = { wrong: '', better: '', log: '', fact: '' };

const done = (...args: string[]) => {
  const { json, stderr } = b.cli(...args);
  if (!json.ok) throw new Error(json.error.message + stderr);
  return json.data;
};
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(() => {
  b = bench('standards', 'served');
  path = b.path('case.holdfast');
  done('new', path, '--title', `Uploads on WEB01 ${HOSTILE.replaceAll(/[\0\r\n]/gu, ' ')}`, '--as', 'Ada');
  ids.wrong = done('note', path, '412 requests', '--at', '2026-11-17 02:14', '--tag', 'alert').entry.id;
  ids.better = done('correct', path, ids.wrong, '421 requests', '--reason', 'digits').entry.id;
  const secret = done('note', path, `the password is ${SECRET}`).entry.id;
  done('withhold', path, secret, 'text', '--why', 'a password');
  done('note', path, HOSTILE.replaceAll('\0', ''), '--at', '2026-11-17 02:45..02:55', '--tag', 'ключ');
  writeFileSync(b.path('long.txt'), LONG);
  const long = b.run(['note', path, '-', '--json'], LONG);
  if (long.status !== 0) throw new Error(long.stdout + long.stderr);
  done('fact', path, 'organisation', 'Shop Ltd');
  ids.fact = done('fact', path, 'penetrated', 'yes', '--by', 'Ben', '--grounds', 'web shell').entry.id;
  done('extent', 'set', path, 'accounts', 'svc-upload', 'affected', '--by', 'Ada');
  done('extent', 'set', path, 'accounts', 'harmless', 'not-affected', '--by', 'Ada');
  evidence();
  logs();
});
afterAll(() => b.clean());

function evidence(): void {
  writeFileSync(b.path('shell "1"\u202E.cfm'), 'GET /uploads\n');
  done('evidence', 'add', path, b.path('shell "1"\u202E.cfm'), '--store', '--also', 'sha1,md5');
  mkdirSync(b.path('folder'));
  writeFileSync(b.path('folder/a.txt'), 'a');
  done('evidence', 'add', path, b.path('folder'), '--reference');
  const disk = ['--title', 'USB disk', '--held-by', 'Ben', '--location', 'Safe 3', '--type', 'thing'];
  done('evidence', 'add', path, '--no-file', ...disk);
  done('evidence', 'describe', path, 'EV-003', '--serial', 'S-4711', '--make', 'Sandisk');
  const snapshot = ['--title', 'Snapshot', '--held-by', 'Host', '--location', 'Cloud', '--type', 'snapshot'];
  done('evidence', 'add', path, '--no-file', ...snapshot);
  done(
    'custody',
    path,
    'EV-001',
    'transferred',
    '--from',
    'Ada',
    '--to',
    'Ben',
    '--witness',
    'Cleo',
    '--location',
    'Safe 3',
    '--purpose',
    HOSTILE.replaceAll('\0', ''),
    '--at',
    '2026-11-17 03:00',
  );
  done(
    'action',
    path,
    '--phase',
    'containment',
    '--system',
    'WEB01',
    '--what',
    'rule 12',
    '--worked',
    'yes',
    '--why-before-evidence',
    'x',
  );
}

function logs(): void {
  const row = (i: number, request: string) =>
    `2026-11-17 01:${String(i).padStart(2, '0')}:42 ${request} 203.0.113.77 200`;
  writeFileSync(
    b.path('u_ex2611.log'),
    [
      '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status',
      row(11, 'GET /uploads/img_7731.cfm c=whoami'),
      ...Array.from({ length: 12 }, (_, i) => row(12 + i, 'GET /product.cfm id=1+union+select+1')),
    ].join('\n'),
  );
  done('log', 'import', path, b.path('u_ex2611.log'));
  const { findings } = done('log', 'findings', path) as { findings: { id: string; about: string }[] };
  ids.log = findings.find(({ id }) => id.startsWith('web-shell-command'))?.id ?? 'none';
  done('log', 'pin', path, '--finding', ids.log, '--note', 'the first call');
  const byAddress = findings.find(({ about }) => about === '203.0.113.77')?.id ?? 'none';
  done('log', 'dismiss', path, byAddress, '--why', 'a scan');
  done('log', 'reopen', path, byAddress, '--why', 'no scan');
}

interface Written {
  readonly made: ReturnType<typeof done>;
  readonly text: string;
}

function written(command: 'case-uco' | 'stix', name: string, ...more: string[]): Written {
  const out = b.path(`${name}.${command === 'stix' ? 'json' : 'jsonld'}`);
  const made = done('share', command, path, out, ...more);
  return { made, text: readFileSync(out, 'utf8') };
}

const total = (): number => done('timeline', path, '--limit', '1').total;

/** Of both: what the answer says is so, nothing withheld is in it, and a second one is equal. */
function isRight({ made, text }: Written, command: 'case-uco' | 'stix'): void {
  expect(made).toMatchObject({ size: Buffer.byteLength(text), sha256: sha256(text), entries: total() });
  expect(made.written + made.leftOut.entries).toBe(total());
  expect(made.leftOut.withheld).toBe(1);
  expect(text).not.toMatch(/hunter2|Zyxcanary/u);
  expect(text.isWellFormed()).toBe(true);
  expect(text).toContain(LONG);
  expect(written(command, `${command}-again`).text).toBe(text);
}

test('CASE/UCO: an independent reader of JSON-LD finds known terms alone, and everything that is referred to', async () => {
  const one = written('case-uco', 'one');
  isRight(one, 'case-uco');
  const { nodes, problems } = await readCaseUco(one.text);
  expect(problems).toEqual([]);
  expect(one.made.leftOut).toMatchObject({ entries: 0, kinds: {}, exhibits: 0 });
  expect(one.made.exhibits).toBe(5);
  const of = (type: string) =>
    [...nodes.values()].filter((node) => (node['@type'] as string[]).includes(type));
  expect(of(`${CASE}Investigation`)).toHaveLength(1);
  expect(of(`${CASE}ProvenanceRecord`)).toHaveLength(5);
  expect(of(`${CASE}InvestigativeAction`)).toHaveLength(6);
  expect(of(`${UCO}core/Item`)).toHaveLength(1);
  expect(of(`${UCO}observable/Image`)).toHaveLength(1);
  expect(of(`${UCO}observable/Directory`)).toHaveLength(1);
  expect(of(`${UCO}observable/File`)).toHaveLength(2);
  expect(of(`${UCO}action/Action`)).toHaveLength(1);
  const texts = of(`${UCO}core/Annotation`).flatMap(
    (node) => node[`${UCO}core/statement`] as { '@value': string }[],
  );
  expect(texts.map((text) => text['@value'])).toContain(HOSTILE.replaceAll('\0', ''));
  const names = of(`${UCO}identity/Identity`).flatMap(
    (node) => node[`${UCO}core/name`] as { '@value': string }[],
  );
  // Ada is an author, and nobody else.
  expect(names.map((name) => name['@value']).toSorted()).toEqual(['Ben', 'Cleo', 'Host']);
});

test('CASE/UCO: hashes are those of the bytes that come out of the case', async () => {
  const { nodes } = await readCaseUco(written('case-uco', 'hashes').text);
  mkdirSync(b.path('out'));
  done('evidence', 'extract', path, 'EV-001', '--to', b.path('out'));
  const bytes = readFileSync(join(b.path('out'), readdirSync(b.path('out'))[0] ?? ''));
  const hashes = [...nodes.values()].flatMap(
    (node) => (node[`${UCO}types/hashValue`] as { '@value': string }[] | undefined) ?? [],
  );
  for (const name of ['sha256', 'sha1', 'md5']) {
    expect(hashes.map((hash) => hash['@value'])).toContain(createHash(name).update(bytes).digest('hex'));
  }
});

test('the control: an invented property, an invented class, a wrong time and a broken reference are found', async () => {
  const { text } = written('case-uco', 'control');
  const edited = async (from: string, to: string) => {
    expect(text).toContain(from);
    return (await readCaseUco(text.replace(from, to))).problems;
  };
  expect(await edited('"uco-action:performer"', '"uco-action:doer"')).toEqual([
    expect.stringContaining('no property'),
  ]);
  expect(await edited('"uco-core:Item"', '"uco-core:Gadget"')).toEqual([expect.stringContaining('no class')]);
  expect(await edited('02:00:00.000Z"', '02:00:00.000"')).toEqual([
    expect.stringContaining('is no dateTime'),
  ]);
  expect(await edited('"case-investigation:exhibitNumber"', '"exhibitNumber"').catch(String)).toContain(
    'Safe mode',
  );
  expect(await edited('kb:provenance-record-', 'kb:provenance-rekord-')).not.toEqual([]);
});

test('STIX: each object has what its type needs and no more, and every reference is there', () => {
  const one = written('stix', 'one');
  isRight(one, 'stix');
  expect(stixProblems(one.text)).toEqual([]);
  const { objects } = JSON.parse(one.text) as { objects: StixObject[] };
  const of = (type: string) => objects.filter((object) => object.type === type);
  expect(one.made.objects).toEqual(
    Object.fromEntries(
      [...new Set(objects.map(({ type }) => type))].toSorted().map((type) => [type, of(type).length]),
    ),
  );
  expect(of('incident')[0]).toMatchObject({ description: expect.stringContaining('penetrated: yes') });
  expect(of('identity').map(({ name }) => name)).toEqual(['Ada', 'Shop Ltd']);
  expect(of('user-account')).toMatchObject([{ account_login: 'svc-upload' }]);
  expect(of('ipv4-addr')).toMatchObject([{ value: '203.0.113.77' }]);
  expect(of('attack-pattern').map(({ name }) => name)).toContain('T1505.003');
  // The thing and the snapshot have no bytes: nothing can be observed of them, and that is said.
  expect(of('observed-data')).toHaveLength(3);
  expect(one.made).toMatchObject({ exhibits: 3, tlp: 'amber', leftOut: { exhibits: 2 } });
  expect(one.made.leftOut.kinds).toMatchObject({ evidence: 2, custody: 6, withholding: 1 });
  const corrected = of('note').find(({ content }) => String(content).endsWith(' 412 requests'));
  expect(corrected).toMatchObject({
    content: `[corrected by ${ids.better.slice(0, 8)}] 412 requests`,
    labels: ['alert'],
  });
  expect(String(corrected?.['modified']) > String(corrected?.['created'])).toBe(true);
  const log = of('note').find(({ content }) => String(content).includes('whoami'));
  expect(log?.['object_refs']).toContain(of('observed-data').at(-1)?.id);
});

test('STIX: ids of observable objects are those that Python computes', () => {
  const { objects } = JSON.parse(written('stix', 'ids').text) as { objects: StixObject[] };
  const { expected, found } = observableIds(objects);
  expect(found.length).toBeGreaterThan(4);
  expect(found).toEqual(expected);
  // The control: with another name the id would be another.
  const other = objects.map((object) => (object.type === 'file' ? { ...object, name: 'other' } : object));
  expect(observableIds(other).expected).not.toEqual(expected);
});

test('STIX: the marking is the one that was asked for, and the same entries under it are other objects', () => {
  const amber = written('stix', 'amber');
  const green = written('stix', 'green', '--tlp', 'green');
  expect(stixProblems(green.text)).toEqual([]);
  expect(green.made.tlp).toBe('green');
  const idsIn = ({ text }: Written) =>
    (JSON.parse(text) as { objects: StixObject[] }).objects.flatMap(({ id, type }) =>
      type === 'note' ? [id] : [],
    );
  expect(idsIn(green).filter((id) => idsIn(amber).includes(id))).toEqual([]);
});

test('the control: a missing property, an invented one, a short time and a lost object are found', () => {
  const { text } = written('stix', 'control');
  const edited = (from: RegExp, to: string) => stixProblems(text.replace(from, to));
  expect(edited(/"number_observed":1,/u, '')).toEqual([
    expect.stringContaining('number_observed is missing'),
  ]);
  expect(edited(/"abstract":/u, '"x_holdfast":')).toEqual([
    expect.stringContaining('there is no x_holdfast'),
  ]);
  expect(edited(/\.\d{3}Z"/u, 'Z"')).not.toEqual([]);
  expect(edited(/"type":"incident"/u, '"type":"accident"')).not.toEqual([]);
  expect(edited(/"object_refs":\["incident--/u, '"object_refs":["incident--00')).toEqual(
    expect.arrayContaining([expect.stringContaining('is not there')]),
  );
});

test('what was exported keeps its ids when the record grows, and the report is of the new state', () => {
  const before = written('stix', 'before');
  done('note', path, 'one more');
  const after = written('stix', 'after');
  const objects = ({ text }: Written) => (JSON.parse(text) as { objects: StixObject[] }).objects;
  const later = new Map(objects(after).map((object) => [object.id, object]));
  const gone = objects(before).filter(({ id }) => !later.has(id));
  expect(gone.map(({ type }) => type)).toEqual(['report']);
  expect(otherwise(before.text, after.text)).toEqual([]);
  // The control: one letter of an old note.
  expect(otherwise(before.text, after.text.replace('421 requests', '422 requests'))).toHaveLength(1);
});

/** Objects that say something else and are not another version (§3.6): one version of an object has one set of values. */
function otherwise(before: string, after: string): string[] {
  const objects = (text: string) => (JSON.parse(text) as { objects: StixObject[] }).objects;
  const later = new Map(objects(after).map((object) => [object.id, object]));
  return objects(before).flatMap((object) => {
    const now = later.get(object.id);
    const isSame =
      now === undefined || now['modified'] !== object['modified'] || isDeepStrictEqual(now, object);
    return isSame ? [] : [object.id];
  });
}

test('a wrong name, a wrong marking, a taken place and no folder are refused, and nothing half is left', () => {
  const refused = (...args: string[]) => {
    const { status, json } = b.cli('share', ...args);
    return { status, code: json.error.code };
  };
  const taken = b.path('one.json');
  const before = readFileSync(taken);
  expect(refused('stix', path, taken)).toEqual({ status: 2, code: 'already-exists' });
  expect(readFileSync(taken).equals(before)).toBe(true);
  expect(refused('stix', path, b.path('x.jsonld'))).toEqual({ status: 2, code: 'wrong-use' });
  expect(refused('case-uco', path, b.path('x.json'))).toEqual({ status: 2, code: 'wrong-use' });
  expect(refused('case-uco', path, b.path('no/x.jsonld'))).toEqual({ status: 4, code: 'file-missing' });
  expect(b.cli('share', 'stix', path, b.path('x.json'), '--tlp', 'purple').status).toBe(2);
  expect(existsSync(b.path('x.json'))).toBe(false);
  expect(readdirSync(b.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('nothing that was withheld is in either, wherever it stood, and both are still sound', async () => {
  const other = b.path('withheld.holdfast');
  const canary = (what: string): string => `Zyxcanary ${what}`;
  done('new', other, '--title', canary('title'), '--as', 'Ada');
  writeFileSync(b.path('Zyxcanary.bin'), 'bytes');
  done('evidence', 'add', other, b.path('Zyxcanary.bin'), '--store', '--title', canary('exhibit'));
  done('custody', other, 'EV-001', 'transferred', '--to', canary('person'), '--location', canary('place'));
  done('fact', other, 'organisation', canary('firm'));
  done('extent', 'set', other, 'accounts', canary('account'), 'affected');
  const all = done('timeline', other).entries as {
    id: string;
    kind: string;
    event?: string;
    name?: string;
  }[];
  const withhold = (kind: string, fields: readonly string[], like: object = {}) => {
    const found = all.find(
      (entry) => entry.kind === kind && Object.entries(like).every(([k, v]) => entry[k as 'name'] === v),
    );
    for (const field of fields) done('withhold', other, found?.id ?? '', field, '--why', 'x');
  };
  // The control: before, all of it goes out.
  done('share', 'stix', other, b.path('w0.json'));
  done('share', 'case-uco', other, b.path('w0.jsonld'));
  expect(readFileSync(b.path('w0.json'), 'utf8')).toContain('Zyxcanary');
  expect(readFileSync(b.path('w0.jsonld'), 'utf8')).toContain('Zyxcanary');
  withhold('case', ['title']);
  withhold('evidence', ['title', 'name', 'path']);
  withhold('custody', ['to', 'location'], { event: 'transferred' });
  withhold('fact', ['value'], { name: 'organisation' });
  withhold('extent', ['item']);
  withhold('author', ['name']);
  done('share', 'stix', other, b.path('w1.json'));
  done('share', 'case-uco', other, b.path('w1.jsonld'));
  const [stix, graph] = ['w1.json', 'w1.jsonld'].map((name) => readFileSync(b.path(name), 'utf8'));
  expect(`${stix}${graph}`).not.toContain('Zyxcanary');
  expect(stixProblems(stix ?? '')).toEqual([]);
  expect(otherwise(readFileSync(b.path('w0.json'), 'utf8'), stix ?? '')).toEqual([]);
  expect((await readCaseUco(graph ?? '')).problems).toEqual([]);
});
