// A second reading of src-main/domain/FORMAT.md (`§`), from that text alone, with another SQLCipher.
// HOLDFAST_PASSPHRASE=… node test/verifier/verify-case.ts FILE
import { createDecipheriv, createHash, createHmac, createPublicKey, pbkdf2Sync, verify } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import Database from '@signalapp/sqlcipher';

type Bytes = Uint8Array<ArrayBuffer>;
type Problem = { code: string; seq?: number; hash?: string; what: string };
type Field = Record<'name' | 'salt' | 'value', string | Uint8Array> & { digest: Uint8Array };
type Row = Record<'hash' | 'header' | 'signature' | 'author' | 'writer', Bytes> & { n: number };
type Entry = Record<'hash' | 'header' | 'signature', Uint8Array> & { fields: Field[] };
type Header = Record<'author' | 'case' | 'kind' | 'recorded' | 'writer', string> &
  Record<'monotonic' | 'n', number> &
  Record<'fields' | 'parents', string[]>;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string | Uint8Array, encoding?: 'hex' | 'base64url') =>
  typeof text === 'string' ? Buffer.from(text, encoding) : Buffer.from(text);
/** SHA-256 of `holdfast/tag/1 ‖ 00 ‖ data`. */
const tagged = (tag: string, ...data: (string | Uint8Array)[]): string =>
  data
    .reduce<ReturnType<typeof createHash>>(
      (h, part) => h.update(part),
      createHash('sha256').update(`holdfast/${tag}/1\0`),
    )
    .digest('hex');
function checker(problems: Problem[], place = {}) {
  return (code: string, good: boolean, what = code): void => {
    if (!good) problems.push({ code, ...place, what });
  };
}

/** The canonical text of a value of §2; throws where it is none. */
function jcs(value: unknown, depth = 0): string {
  const plain = value === null || typeof value === 'boolean' || Number.isSafeInteger(value);
  if (plain || (typeof value === 'string' && value.isWellFormed())) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null || depth === 64) throw new Error('no value of §2');
  if (Array.isArray(value)) return `[${value.map((item) => jcs(item, depth + 1)).join()}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (!members.every(([key]) => /^[a-z][a-z0-9_]*$/.test(key))) throw new Error('bad object key');
  return `{${members.map(([key, item]) => `"${key}":${jcs(item, depth + 1)}`).join()}}`;
}
/** The value of a text that is canonical; else nothing. */
function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return jcs(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

const digest = '"[0-9a-f]{64}"';
const digests = `\\[(?:${digest}(?:,${digest})*)?\\]`;
/** A header of §5.1 has one spelling, so an expression can say it; the rest is in parseHeader. */
const headerForm = new RegExp(
  `^{"author":${digest},"case":${digest},"fields":${digests},"format":1,"kind":"[a-z][a-z0-9-]{0,63}",` +
    `"kind_version":[1-9]\\d*,"monotonic":\\d+,"n":[1-9]\\d*,"parents":${digests},` +
    `"recorded":"\\d{4}-[\\d:.T-]{18}Z","writer":"[0-9a-f]{32}"}$`,
);
const ascending = (list: string[]) => list.join() === [...new Set(list)].toSorted().join();
function parseHeader(bytes: Uint8Array): Header | undefined {
  const header = headerForm.test(Buffer.from(bytes).toString('latin1')) ? parse(bytes) : undefined;
  if (header === undefined) return undefined;
  const { fields, parents, recorded } = header as Header;
  const good = ascending(fields) && ascending(parents) && fields.length <= 256 && parents.length <= 64;
  return good && new Date(recorded).toJSON() === recorded ? (header as Header) : undefined;
}

/** §5: one entry by itself. `missing`: digests that are signed and have no field here (§11). */
export function verifyEntry({ header: headerBytes, signature, hash, fields }: Entry) {
  const problems: Problem[] = [];
  const check = checker(problems);
  const header = parseHeader(headerBytes);
  check('header', header !== undefined);
  const id = tagged('entry', headerBytes);
  check('hash', id === hex(hash));
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytesOf(header?.author ?? '', 'hex').toString('base64url') };
  const signed = Buffer.concat([Buffer.from('holdfast/sig/1\0'), bytesOf(id, 'hex')]);
  const key = header && createPublicKey({ key: jwk, format: 'jwk' });
  check('signature', key !== undefined && verify(null, signed, key, signature));
  const missing = new Set(header?.fields);
  const values = new Map<string, unknown>();
  for (const field of fields) {
    const [name, salt, value] = [`${bytesOf(field.name)}`, `${bytesOf(field.salt)}`, bytesOf(field.value)];
    const computed = tagged('field', `["${salt}","${name}",`, value, ']');
    check('name', /^[a-z][a-z0-9_]{0,63}$/.test(name) && !values.has(name), name);
    check('salt', /^[\w-]{21}[AQgw]$/.test(salt), name);
    values.set(name, parse(value));
    check('value', values.get(name) !== undefined, name);
    check('digest', computed === hex(field.digest) && missing.delete(computed), name);
  }
  return { header, values, missing: [...missing], problems };
}

const keys = new Map<string, Buffer>();
/** §3.2. Returns the key as SQLCipher takes it, or nothing where opening is of no use. */
function checkPages(path: string, passphrase: string, check: ReturnType<typeof checker>): string | undefined {
  const file = openSync(path, 'r');
  const count = fstatSync(file).size / 4096;
  check('size', Number.isInteger(count) && count > 0);
  const page = Buffer.alloc(4096);
  readSync(file, page, 0, 4096, 0);
  const salt = Buffer.from(page.subarray(0, 16));
  const known = `${hex(salt)} ${passphrase.normalize('NFC')}`;
  const key = keys.get(known) ?? pbkdf2Sync(known.slice(33), salt, 256_000, 32, 'sha512');
  keys.set(known, key);
  const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const bad: number[] = [];
  for (let p = 1; p <= count; p += p === 262_144 ? 2 : 1) {
    readSync(file, page, 0, 4096, (p - 1) * 4096);
    const mac = createHmac('sha512', macKey).update(page.subarray(p === 1 ? 16 : 0, 4032));
    if (hex(mac.update(new Uint32Array([p])).digest()) !== hex(page.subarray(4032))) bad.push(p);
    if (p > 1 || bad.length > 0) continue;
    const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(4016, 4032));
    const pages = cipher.update(page.subarray(16, 4016)).readUInt32BE(28 - 16);
    check('size', pages <= count, `cut off: ${count} of ${pages} pages`);
  }
  closeSync(file);
  check(
    'page',
    bad.length === 0,
    `${bad.length} of ${count} bad (all: wrong passphrase): ${bad.slice(0, 9)}`,
  );
  return count < 1 || bad[0] === 1 ? undefined : `x'${hex(key)}${hex(salt)}'`;
}

const columns = `SELECT group_concat(name || ' ' || type || hidden) FROM pragma_table_xinfo`;
const types = (names: string) => names.replaceAll(/\w+/g, 'typeof($&)').replaceAll(',', '||');
const [blobs, texts] = [
  types('hash,header,signature,author,writer,n'),
  types('entry,name,salt,value,digest'),
];
/** What no file has, by §3.3, §7.1, §12 and §13. */
const none = Object.entries({
  application: 'FROM pragma_application_id WHERE application_id != 0x48465354',
  table: `FROM pragma_table_list WHERE name IN ('entry', 'field') AND type != 'table'`,
  columns: `WHERE (${columns}('entry')) || (${columns}('field')) IS NOT 'seq INTEGER0,hash BLOB0,header BLOB0,
    signature BLOB0,author BLOB0,writer BLOB0,n INTEGER0entry BLOB0,name TEXT0,salt TEXT0,value TEXT0,digest BLOB0'`,
  type: `FROM entry, field WHERE ${blobs} != 'blobblobblobblobblobinteger' OR ${texts} != 'blobtexttexttextblob'`,
  'limit of a field': 'FROM field WHERE octet_length(value) > 8388608',
  'limit of an entry': `FROM entry WHERE octet_length(header) +
    (SELECT total(octet_length(value)) FROM field WHERE entry = hash) > 16777216`,
  'limit of an exhibit': 'FROM evidence_blob WHERE octet_length(bytes) > 4194304',
  orphan: 'FROM field WHERE entry NOT IN (SELECT hash FROM entry)',
  fork: `FROM entry e GROUP BY author, writer, n HAVING count(*) > 1 AND NOT EXISTS (SELECT 1 FROM admitted a
    WHERE a.author = e.author AND a.writer = e.writer AND a.n = e.n AND by IN (SELECT hash FROM entry))`,
});

/** §13, steps 1 to 5. `head`: the tips. */
export function verifyCase(path: string, passphrase: string) {
  const problems: Problem[] = [];
  const check = checker(problems);
  const journal = `${path}-journal`; // Opening would roll it back, and a checker writes nothing.
  check('journal', !existsSync(journal) || statSync(journal).size === 0, 'interrupted: open it once');
  const key = problems.length === 0 ? checkPages(path, passphrase, check) : undefined;
  const db = new Database(key === undefined ? ':memory:' : path);
  const [at, tips] = [new Map<string, number>(), new Set<string>()];
  try {
    db.exec(`PRAGMA key = "${key}"; PRAGMA query_only = 1; PRAGMA trusted_schema = 0`);
    for (const [what, sql] of none) check(what, db.prepare(`SELECT 1 ${sql}`).get() === undefined);
    if (!problems.some(({ code }) => /type|limit/.test(code))) checkRecord(db, at, tips, problems);
  } catch (error) {
    check('read', false, String(error));
  }
  db.close();
  return { ok: problems.length === 0, entries: at.size, problems, head: [...tips].toSorted() };
}

function checkRecord(db: Database, at: Map<string, number>, tips: Set<string>, problems: Problem[]): void {
  const entryOf = db.prepare('SELECT * FROM entry WHERE seq = ?');
  const fieldsOf =
    db.prepare(`SELECT CAST(name AS BLOB) name, CAST(salt AS BLOB) salt, CAST(value AS BLOB) value,
    digest FROM field WHERE entry = ?`);
  const withheld = db.prepare(`SELECT 1 FROM withheld WHERE entry = ? AND digest = ? AND by IN
    (SELECT hash FROM entry)`);
  const blobOf = db.prepare('SELECT codec, bytes FROM evidence_blob WHERE entry = ?');
  const nodes: { parents: number[]; monotonic: number }[] = [];
  const [chains, authors] = [new Map<string, number[]>(), new Map<string, number>()];
  let [caseId, founder] = ['', ''];
  /** Whether `target` is one of `from` or an ancestor of one. */
  const reaches = (from: number[], target: number): boolean => {
    const seen = new Set(from);
    for (const i of seen) if (i > target) nodes[i]?.parents.forEach((parent) => seen.add(parent));
    return seen.has(target);
  };
  for (const { seq } of db.prepare('SELECT seq FROM entry ORDER BY seq').all<{ seq: number }>()) {
    const row = entryOf.get<Row>([seq]);
    if (row === undefined) throw new Error(`entry ${seq} cannot be read`);
    const [i, id] = [nodes.length, hex(row.hash)];
    const check = checker(problems, { seq, hash: id });
    const entry = verifyEntry({ ...row, fields: fieldsOf.all([row.hash]) as Field[] });
    for (const { code, what } of entry.problems) check(code, false, what);
    const { header, values, missing } = entry;
    const parents = header?.parents.map((hash) => at.get(hash) ?? -1) ?? [];
    nodes.push({ parents, monotonic: header?.monotonic ?? 0 });
    at.set(id, i);
    tips.add(id);
    if (header === undefined) continue;
    const { author, writer, n, kind, monotonic } = header;
    for (const hash of header.parents) tips.delete(hash);
    for (const d of missing) check('missing', withheld.get([row.hash, bytesOf(d, 'hex')]) !== undefined, d);
    check('columns', author === hex(row.author) && writer === hex(row.writer) && n === row.n);
    // §7.1
    const above = parents.length > 1 ? parents.flatMap((p) => nodes[p]?.parents ?? []) : [];
    check('parents', !parents.some((p) => p === -1 || reaches(above, p)));
    check('beginning', (i === 0) === (parents.length === 0) && (i > 0 || kind === 'case'));
    const previous = chains.get(`${author} ${writer} ${n - 1}`)?.find((p) => reaches(parents, p));
    check('n', n === 1 || previous !== undefined);
    check('monotonic', previous === undefined || (nodes[previous]?.monotonic ?? 0) <= monotonic);
    check('opened', n > 1 || missing.length > 0 || values.has('opened'));
    const chain = `${author} ${writer} ${n}`;
    chains.set(chain, [...(chains.get(chain) ?? []), i]);
    // §4 and §6
    const nonce = bytesOf(String(values.get('nonce')), 'base64url');
    if (i === 0) [caseId, founder] = [tagged('case', nonce, bytesOf(author, 'hex')), author];
    check('case', header.case === caseId && (i > 0 || nonce.length === 32));
    const earlier = authors.get(author) ?? 0;
    authors.set(author, earlier + 1);
    check('author', i === 0 || kind === 'author' || earlier !== (author === founder ? 1 : 0));
    check('author', kind !== 'author' || (values.get('public_key') ?? author) === author);
    // §8.2
    if (kind !== 'evidence' || values.get('mode') !== 'stored') continue;
    const blob = blobOf.get<{ codec: string; bytes: Bytes }>([row.hash]);
    check('exhibit', blob === undefined || unpack(blob, Number(values.get('size'))) === values.get('sha256'));
  }
}

function unpack({ codec, bytes }: { codec: string; bytes: Bytes }, size: number): string | undefined {
  const most = { maxOutputLength: Math.max(1, size) };
  try {
    const raw =
      codec === 'raw' ? bytes : codec === 'gzip' ? gunzipSync(bytes, most) : zstdDecompressSync(bytes, most);
    return raw.length === size ? createHash('sha256').update(raw).digest('hex') : undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const { ok, entries, problems } = verifyCase(process.argv[2] ?? '', process.env.HOLDFAST_PASSPHRASE ?? '');
  for (const { code, seq, what } of problems) process.stdout.write(`${seq ?? '-'} ${code}: ${what}\n`);
  process.stdout.write(ok ? `${entries} entries hold together.\n` : `${problems.length} problems found.\n`);
  process.exitCode = ok ? 0 : 1;
}
