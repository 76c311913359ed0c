// A second reading of src-main/domain/FORMAT.md (`§`), from that text alone, with another SQLCipher.
// HOLDFAST_PASSPHRASE=… node test/verifier/verify-case.ts FILE
import { createDecipheriv, createHash, createHmac, createPublicKey, pbkdf2Sync, verify } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Database } from '@signalapp/sqlcipher';

type Bytes = Uint8Array<ArrayBuffer>;
type Kdf = typeof pbkdf2Sync;
type Problem = { code: string; seq?: number; what: string };
type Field = { name: string; salt: string; value: string | Bytes; digest: Bytes };
type Row = Record<'hash' | 'header' | 'signature' | 'author' | 'writer', Bytes> & Record<'seq' | 'n', number>;
type Header = Record<'author' | 'case' | 'kind' | 'recorded' | 'writer', string> &
  Record<'monotonic' | 'n', number> &
  Record<'fields' | 'parents', string[]>;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const pair = (...parts: unknown[]): string => JSON.stringify(parts);
const unhex = (text: string) => Buffer.from(text, 'hex');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const tagged = (tag: string, ...data: (string | Uint8Array)[]) =>
  Buffer.concat([`holdfast/${tag}/1\0`, ...data].map((part) => Buffer.from(part as string)));
function checker(problems: Problem[], place = {}) {
  return (code: string, good: boolean, what = code) => void (good || problems.push({ code, ...place, what }));
}
/** The canonical text of a value of §2; throws where it is none. */
function jcs(value: unknown, depth = 0): string {
  const plain = value === null || typeof value === 'boolean' || Number.isSafeInteger(value);
  if (plain || (typeof value === 'string' && value.isWellFormed())) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null || depth === 64) throw new Error('no value of §2');
  if (Array.isArray(value)) return `[${value.map((item) => jcs(item, depth + 1)).join()}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (!members.every(([key]) => /^[a-z][a-z0-9_]*$/.test(key))) throw new Error('no key of §2');
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
/** A header of §5.1 has one spelling, so an expression can say it. */
const digests = (most: number) => `\\[(?:"[0-9a-f]{64}"(?:,(?=")|(?=\\]))){0,${most}}\\]`;
const headerForm = new RegExp(
  '^{"author":"[0-9a-f]{64}","case":"[0-9a-f]{64}","fields":' +
    `${digests(256)},"format":1,"kind":"[a-z][a-z0-9-]{0,63}","kind_version":[1-9]\\d*,"monotonic":\\d+,` +
    `"n":[1-9]\\d*,"parents":${digests(64)},"recorded":"\\d{4}-[\\d:.T-]{18}Z","writer":"[0-9a-f]{32}"}$`,
);
function parseHeader(bytes: Uint8Array): Header | undefined {
  const header = headerForm.test(Buffer.from(bytes).toString('latin1')) ? parse(bytes) : undefined;
  if (header === undefined) return undefined;
  const { fields, parents, recorded } = header as Header;
  const ascending = [fields, parents].every((all) => all.join() === [...new Set(all)].toSorted().join());
  return ascending && new Date(recorded).toJSON() === recorded ? (header as Header) : undefined;
}
/** §5: one entry by itself. `missing`: digests that are signed and have no field here (§11). */
export function verifyEntry(entry: Pick<Row, 'hash' | 'header' | 'signature' | 'seq'> & { fields: Field[] }) {
  const problems: Problem[] = [];
  const check = checker(problems, { seq: entry.seq });
  const header = parseHeader(entry.header);
  check('header', header !== undefined);
  const id = sha256(tagged('entry', entry.header));
  check('hash', id === hex(entry.hash));
  const spki = unhex(`302a300506032b6570032100${header?.author}`); // RFC 8410 §4
  const key = header && createPublicKey({ key: spki, format: 'der', type: 'spki' });
  check('signature', key !== undefined && verify(null, tagged('sig', unhex(id)), key, entry.signature));
  const [missing, values] = [new Set(header?.fields), new Map<string, unknown>()];
  for (const { name, salt, value, digest: stored } of entry.fields) {
    const digest = sha256(tagged('field', `["${salt}","${name}",`, value, ']'));
    check('name', /^[a-z][a-z0-9_]{0,63}$/.test(name) && !values.has(name), name);
    check('salt', /^[\w-]{21}[AQgw]$/.test(salt), name);
    values.set(name, parse(Buffer.from(value as string)));
    check('value', values.get(name) !== undefined, name);
    check('digest', digest === hex(stored) && missing.delete(digest), name);
  }
  return { header, values, missing: [...missing], problems, check };
}
/** §3.2. Returns the key as SQLCipher takes it; throws where opening is of no use. */
function checkPages(file: Buffer, passphrase: string, kdf: Kdf, check: ReturnType<typeof checker>) {
  const count = file.length / 4096;
  const salt = file.subarray(0, 16);
  const key = kdf(passphrase.normalize('NFC'), salt, 256_000, 32, 'sha512');
  const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const bad: number[] = []; // a part of a page too
  for (let p = 1; p < count + 1; p += p === 262_144 ? 2 : 1) {
    const page = file.subarray((p - 1) * 4096, p * 4096);
    const mac = createHmac('sha512', macKey).update(page.subarray(p === 1 ? 16 : 0, 4032));
    if (hex(mac.update(new Uint32Array([p])).digest()) !== hex(page.subarray(4032))) bad.push(p);
  }
  check('page', bad.length === 0, `${bad.length} of ${count} (all: passphrase): ${bad.slice(0, 9).join()}`);
  if (bad.length > 0) throw new Error('not opened');
  const cipher = createDecipheriv('aes-256-cbc', key, file.subarray(4016, 4032));
  check('size', cipher.update(file.subarray(16, 4016)).readUInt32BE(28 - 16) <= count, 'cut off');
  return `"x'${hex(key)}${hex(salt)}'"`;
}
/** What no file has, by §3.3, §7.1, §12 and §13. */
const none = Object.entries({
  application: 'FROM pragma_application_id WHERE application_id != 0x48465354',
  table: `FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.name IN ('entry', 'field')
    AND (t.type != 'table' OR c.hidden)`,
  'type of header': `FROM entry WHERE typeof(header) != 'blob'`,
  'type of value': `FROM field WHERE typeof(value) != 'text'`,
  'limit of field': 'FROM field WHERE octet_length(value) > 8388608',
  'limit of entry': `FROM entry WHERE octet_length(header) +
    (SELECT total(octet_length(value)) FROM field WHERE entry = hash) > 16777216`,
  'limit of exhibit': 'FROM evidence_blob WHERE octet_length(bytes) > 4194304',
  'no entries': 'FROM (SELECT count(*) entries FROM entry) WHERE entries = 0',
  orphan: 'FROM field WHERE entry NOT IN (SELECT hash FROM entry)',
});

/** §13, steps 1 to 5. `head`: the tips. */
export function verifyCase(path: string, passphrase: string, kdf: Kdf = pbkdf2Sync) {
  const problems: Problem[] = [];
  const check = checker(problems);
  const [at, tips] = [new Map<string, number>(), new Set<string>()];
  let db: Database | undefined;
  try {
    const journal = statSync(`${path}-journal`, { throwIfNoEntry: false });
    if (journal?.size) throw new Error('interrupted; opening it would write, so open it yourself');
    const key = checkPages(readFileSync(path), passphrase, kdf, check);
    db = new Database(path);
    db.exec(`PRAGMA key = ${key}; PRAGMA query_only = 1; PRAGMA trusted_schema = 0`);
    for (const [code, sql] of none) check(code, db.prepare(`SELECT 1 ${sql}`).get() === undefined);
    if (!problems.some(({ code }) => /^(type|limit)/.test(code))) checkRecord(db, at, tips, problems);
  } catch (error) {
    check('read', false, String(error));
  }
  db?.close();
  return { ok: problems.length === 0, entries: at.size, problems, head: [...tips].toSorted() };
}

function checkRecord(db: Database, at: Map<string, number>, tips: Set<string>, problems: Problem[]): void {
  const fieldsOf = db.prepare('SELECT name,salt,CAST(value AS BLOB) value,digest FROM field WHERE entry=?');
  const blobOf = db.prepare('SELECT codec, bytes FROM evidence_blob WHERE entry = ?');
  const nodes: { parents: number[]; monotonic: number }[] = [];
  const [chains, introduced, joined] = [new Map<string, number[]>(), new Set<string>(), new Set<string>()];
  let caseId = '';
  const rows = db.prepare('SELECT * FROM entry ORDER BY seq').all<Row>();
  const read = rows.map((row) => ({ row, ...verifyEntry({ ...row, fields: fieldsOf.all([row.hash]) }) }));
  const said = (k: string) => read.filter(({ header }) => header?.kind === k).map(({ values }) => values);
  const withheld = new Set(said('withholding').map((v) => pair(v.get('entry'), v.get('digest')))); // §11
  const admissions = said('admission').map((v) => [pair(v.get('author'), v.get('writer')), v.get('n')]); // §7.1
  const reaches = (from: number[], target: number, seen = new Set(from)): boolean => {
    for (const i of seen) for (const p of i > target ? (nodes[i]?.parents ?? []) : []) seen.add(p);
    return seen.has(target);
  };
  for (const { row, header, values, missing, check } of read) {
    const [i, id] = [nodes.length, hex(row.hash)];
    if (header === undefined) continue;
    const { author, writer, n, kind, monotonic } = header;
    const parents = header.parents.map((hash) => at.get(hash) ?? -1);
    nodes.push({ parents, monotonic });
    at.set(id, i);
    tips.add(id);
    for (const hash of header.parents) tips.delete(hash);
    for (const digest of missing) check('missing', withheld.has(pair(id, digest)), digest);
    check('columns', author === hex(row.author) && writer === hex(row.writer) && n === row.n);
    const above = parents.length > 1 ? parents.flatMap((p) => nodes[p]?.parents ?? []) : []; // §7.1
    if (parents.length > 1) joined.add(sha256(tagged('tips', ...header.parents.map(unhex)))); // §7.4
    check('parents', !parents.some((p) => p === -1 || reaches(above, p)));
    check('beginning', (i === 0) === (parents.length === 0) && (i > 0 || kind === 'case'));
    const chain = pair(author, writer);
    const twice = admissions.some(
      ([of, from]) => of === chain && Number.isInteger(from) && n >= Number(from),
    );
    const previous = chains.get(chain + (n - 1))?.find((p) => twice || reaches(parents, p));
    check('fork', twice || !chains.has(chain + n));
    chains.set(chain + n, [...(chains.get(chain + n) ?? []), i]);
    check('n', n === 1 || previous !== undefined);
    check('monotonic', twice || previous === undefined || (nodes[previous]?.monotonic ?? 0) <= monotonic);
    check('opened', n > 1 || missing.length > 0 || values.has('opened'));
    const nonce = String(values.get('nonce')); // §4
    if (i === 0) caseId = sha256(tagged('case', Buffer.from(nonce, 'base64url'), unhex(author)));
    check('case', header.case === caseId && (i > 0 || /^[\w-]{42}[AEIMQUYcgkosw048]$/.test(nonce)));
    if (i === 0 || kind === 'author') introduced.add(author); // §6
    check('author', introduced.has(author) && (kind !== 'author' || values.get('public_key') === author));
    const size = Number(values.get('size')); // §8.2
    const blob = blobOf.get<{ codec: string; bytes: Bytes }>([row.hash]);
    if (kind !== 'evidence' || values.get('mode') !== 'stored' || blob === undefined) continue;
    const unpack = blob.codec === 'gzip' ? gunzipSync : zstdDecompressSync;
    const bytes = blob.codec === 'raw' ? blob.bytes : unpack(blob.bytes, { maxOutputLength: size + 1 });
    check('exhibit', bytes.length === size && sha256(bytes) === values.get('sha256'));
  }
  if (tips.size > 1) joined.add(sha256(tagged('tips', ...[...tips].toSorted().map(unhex))));
  const stamped = said('timestamp');
  const lost = [...said('witness'), ...stamped].filter(
    (v) => ![at, joined].some((all) => all.has(String(v.get('head')))),
  );
  checker(problems)('witness', lost.length === 0);
  // A token that stamps a fingerprint has the digest of its bytes in it.
  const other = stamped.filter((v) => !String(v.get('token')).includes(sha256(unhex(String(v.get('head'))))));
  checker(problems)('timestamp', other.length === 0);
  problems.push(...read.flatMap((entry) => entry.problems));
}

if (import.meta.main) {
  const { ok, entries, problems } = verifyCase(process.argv[2] ?? '', process.env.HOLDFAST_PASSPHRASE ?? '');
  for (const { code, seq, what } of problems) process.stdout.write(`${seq ?? '-'} ${code}: ${what}\n`);
  process.stdout.write(ok ? `${entries} entries hold together.\n` : `${problems.length} problems found.\n`);
  process.exitCode = ok ? 0 : 1;
}
