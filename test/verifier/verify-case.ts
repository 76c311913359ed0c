/**
 * A second reading of src-main/domain/FORMAT.md, written from that text alone: another SQLCipher, another JCS,
 * nothing of Holdfast. `§` means FORMAT.md. HOLDFAST_PASSPHRASE=… node test/verifier/verify-case.ts FILE
 */
import { createDecipheriv, createHash, createHmac, createPublicKey, pbkdf2Sync, verify } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import Database from '@signalapp/sqlcipher';

type Bytes = Uint8Array<ArrayBuffer>;
type Problem = { code: string; seq?: number; hash?: string; what: string };
type Field = { name: string; salt: string; value: string; digest: Bytes };
type Entry = { header: Bytes; signature: Bytes; hash: Bytes; fields: Field[] };
type Row = { hash: Bytes; header: Bytes | null; signature: Bytes; author: Bytes; writer: Bytes; n: number };
type Raw = { name: Bytes; salt: Bytes; value: Bytes; digest: Bytes; types: string };
type Header = { author: string; case: string; fields: string[]; kind: string; monotonic: number; n: number };
type Parsed = Header & { parents: string[]; writer: string; recorded: string };

const MiB = 2 ** 20;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const sha256 = (...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash: ReturnType<typeof createHash>, part) => hash.update(part), createHash('sha256')).digest('hex');
const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const isText = (form: RegExp) => (v: unknown) => typeof v === 'string' && form.test(v);
const isWhole = (least: number) => (v: unknown) => Number.isSafeInteger(v) && Number(v) >= least;
const isHashes = (most: number) => (v: unknown) =>
  Array.isArray(v) && v.length <= most && v.every((h, i) => /^[0-9a-f]{64}$/.test(h) && (i === 0 || v[i - 1] < h));
const isInstant = (v: unknown) =>
  isText(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)(v) &&
  Number.isFinite(Date.parse(String(v))) && new Date(String(v)).toISOString() === v;

/** The canonical text of a value of §2; throws where it is none. */
function jcs(value: unknown, depth = 0): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (typeof value !== 'object' || depth === 64) throw new Error('not a value of §2');
  if (Array.isArray(value)) return `[${value.map((item) => jcs(item, depth + 1)).join(',')}]`;
  const keys = Object.keys(value).toSorted();
  if (!keys.every((key) => /^[a-z][a-z0-9_]*$/.test(key))) throw new Error('an object key is not one of §2');
  return `{${keys.map((key) => `"${key}":${jcs((value as Record<string, unknown>)[key], depth + 1)}`).join(',')}}`;
}

function parse(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (jcs(value) !== text) throw new Error('not canonical');
  return value;
}

const headerKeys: Record<string, (value: unknown) => boolean> = {
  author: isText(/^[0-9a-f]{64}$/), case: isText(/^[0-9a-f]{64}$/), fields: isHashes(256), format: (v) => v === 1,
  kind: isText(/^[a-z][a-z0-9-]{0,63}$/), kind_version: isWhole(1), monotonic: isWhole(0), n: isWhole(1),
  parents: isHashes(64), recorded: isInstant, writer: isText(/^[0-9a-f]{32}$/),
}; // prettier-ignore

function signedBy(author: string, hash: string, signature: Uint8Array): boolean {
  const x = Buffer.from(author, 'hex').toString('base64url');
  const signed = Buffer.concat([Buffer.from('holdfast/sig/1\0'), Buffer.from(hash, 'hex')]);
  try {
    return verify(null, signed, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
  } catch {
    return false; // no point on the curve
  }
}

/** §5, one entry by itself. `missing`: digests that are signed and have no field here (§11). */
export function verifyEntry(entry: Entry) {
  const problems: Problem[] = [];
  const add = (code: string, what: string) => problems.push({ code, what });
  const values = new Map<string, unknown>();
  const hash = sha256('holdfast/entry/1\0', entry.header);
  if (hash !== hex(entry.hash)) add('hash', 'the hash is not that of the header');
  let header: Parsed;
  try {
    const given = parse(utf8(entry.header)) as Record<string, unknown>;
    if (given === null || Array.isArray(given) || typeof given !== 'object') throw new Error('not an object');
    if (Object.keys(given).join() !== Object.keys(headerKeys).join()) throw new Error('other keys than those of §5.1');
    for (const [key, good] of Object.entries(headerKeys)) if (!good(given[key])) throw new Error(`bad ${key}`);
    header = given as Parsed;
  } catch (error) {
    add('header', String(error));
    return { header: undefined, values, missing: [], problems };
  }
  if (entry.signature.length !== 64 || !signedBy(header.author, hash, entry.signature))
    add('signature', 'the signature is not by the author');
  const missing = new Set(header.fields);
  for (const { name, salt, value, digest } of entry.fields) {
    try {
      if (!/^[a-z][a-z0-9_]{0,63}$/.test(name)) throw new Error('bad name');
      if (salt.length !== 22 || Buffer.from(salt, 'base64url').toString('base64url') !== salt) throw new Error('bad salt');
      const parsed = parse(value);
      const computed = sha256('holdfast/field/1\0', `["${salt}","${name}",${value}]`);
      if (!header.fields.includes(computed)) throw new Error('digest is not signed');
      if (computed !== hex(digest)) throw new Error('digest column differs');
      if (values.has(name)) throw new Error('comes twice');
      values.set(name, parsed);
      missing.delete(computed);
    } catch (error) {
      add('field', `field ${JSON.stringify(name)}: ${String(error)}`);
    }
  }
  return { header, values, missing: [...missing], problems };
}

const keys = new Map<string, Buffer>();
function deriveKey(passphrase: string, salt: Buffer): Buffer {
  const known = `${hex(salt)} ${passphrase}`;
  const key = keys.get(known) ?? pbkdf2Sync(passphrase.normalize('NFC'), salt, 256_000, 32, 'sha512');
  keys.set(known, key);
  return key;
}

/** §3.2. Returns the key as SQLCipher takes it, or nothing where opening is of no use. */
function checkPages(path: string, passphrase: string, add: (code: string, what: string) => void): string | undefined {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const page = Buffer.alloc(4096);
    const count = Math.floor(size / 4096);
    if (size === 0 || size % 4096 !== 0) add('size', `${size} bytes are not whole pages`);
    if (count === 0) return undefined;
    readSync(file, page, 0, 4096, 0);
    const salt = Buffer.from(page.subarray(0, 16));
    const key = deriveKey(passphrase, salt);
    const macKey = pbkdf2Sync(key, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512');
    const bad: number[] = [];
    for (let p = 1; p <= count; p++) {
      if (p === 262_145) continue;
      readSync(file, page, 0, 4096, (p - 1) * 4096);
      const mac = createHmac('sha512', macKey).update(page.subarray(p === 1 ? 16 : 0, 4032));
      const number = Buffer.alloc(4);
      number.writeUInt32LE(p);
      if (!mac.update(number).digest().equals(page.subarray(4032))) bad.push(p);
      else if (p === 1) {
        const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(4016, 4032)).setAutoPadding(false);
        const pages = cipher.update(page.subarray(16, 4016)).readUInt32BE(28 - 16);
        if (pages > count) add('size', `cut off: ${count} of ${pages} pages`);
      }
    }
    if (bad.length >= count - (count >= 262_145 ? 1 : 0)) return void add('passphrase', 'wrong, or the salt is damaged');
    if (bad.length > 0) add('page', `${bad.length} bad pages: ${bad.slice(0, 20).join()}`);
    return `x'${hex(key)}${hex(salt)}'`;
  } finally {
    closeSync(file);
  }
}

const tables: Record<string, string> = {
  entry: 'seq INTEGER 1 0,hash BLOB 0 0,header BLOB 0 0,signature BLOB 0 0,author BLOB 0 0,writer BLOB 0 0,n INTEGER 0 0',
  field: 'entry BLOB 0 0,name TEXT 0 0,salt TEXT 0 0,value TEXT 0 0,digest BLOB 0 0',
};

/** §13, steps 1 to 5. `head`: the tips. */
export function verifyCase(path: string, passphrase: string) {
  const problems: Problem[] = [];
  const add = (code: string, what: string, seq?: number, hash?: string): void =>
    void problems.push({ code, what, ...(seq !== undefined && { seq }), ...(hash !== undefined && { hash }) });
  const tips = new Set<string>();
  let entries = 0;
  const result = () => ({ ok: problems.length === 0, entries, problems, head: [...tips].toSorted() });
  // Opening would roll the journal back, and a checker writes nothing.
  if (existsSync(`${path}-journal`) && statSync(`${path}-journal`).size > 0) add('journal', 'a writer was interrupted');
  const key = problems.length === 0 ? checkPages(path, passphrase, add) : undefined;
  if (key === undefined) return result();
  const db = new Database(path);
  try {
    db.exec(`PRAGMA key = "${key}"; PRAGMA query_only = 1; PRAGMA trusted_schema = 0`);
    entries = checkRecord(db, tips, add);
  } catch (error) {
    add('read', String(error));
  } finally {
    db.close();
  }
  return result();
}

function checkRecord(db: Database, tips: Set<string>, add: (code: string, what: string, seq?: number, hash?: string) => void) {
  if (db.pragma('application_id', { simple: true }) !== 0x48465354) add('application', 'not a Holdfast file');
  for (const [name, columns] of Object.entries(tables)) {
    const kind = db.pragma('table_list').find((row) => row.schema === 'main' && row.name === name)?.type;
    const found = db.pragma(`table_xinfo(${name})`).map((c) => `${c.name} ${c.type} ${c.pk} ${c.hidden}`).join();
    if (kind !== 'table' || found !== columns) add('table', `${name} is ${kind} (${found})`);
  }
  const names = (sql: string, ...given: (Bytes | number)[]): boolean => {
    try {
      return db.prepare<{ pluck: true }>(sql, { pluck: true }).all<Bytes>(given).some((by) => at.has(hex(by)));
    } catch {
      return false; // no such table
    }
  };
  const rowOf = db.prepare(`SELECT hash, CASE WHEN octet_length(header) <= ${16 * MiB} THEN header END header, signature,
    author, writer, n, typeof(hash) || typeof(header) || typeof(signature) || typeof(author) || typeof(writer) || typeof(n)
    types FROM entry WHERE seq = ?`);
  const sizeOf = db.prepare('SELECT count(*) n, total(octet_length(value)) sum, max(octet_length(value)) most FROM field WHERE entry = ?');
  const fieldsOf = db.prepare(`SELECT CAST(name AS BLOB) name, CAST(salt AS BLOB) salt, CAST(value AS BLOB) value, digest,
    typeof(name) || typeof(salt) || typeof(value) || typeof(digest) types FROM field WHERE entry = ?`);
  const blobOf = db.prepare(`SELECT codec, CASE WHEN octet_length(bytes) <= ${4 * MiB} THEN bytes END bytes FROM evidence_blob WHERE entry = ?`);

  const at = new Map<string, number>();
  const headers: (Parsed | undefined)[] = [];
  const chains = new Map<string, number[]>();
  const authors = new Map<string, number>();
  const later: (() => void)[] = [];
  let [rows, leftOut, caseId] = [0, false, ''];
  /** Whether `target` is one of `from` or an ancestor of one. */
  const reaches = (from: number[], target: number): boolean => {
    const seen = new Set(from);
    for (const i of seen) for (const p of headers[i]?.parents ?? []) {
      const parent = at.get(p) ?? -1;
      if (i > target && parent >= target) seen.add(parent);
    }
    return seen.has(target);
  };
  for (const seq of db.prepare<{ pluck: true }>('SELECT seq FROM entry ORDER BY seq', { pluck: true }).all<number>()) {
  }
  return at.size;
}
