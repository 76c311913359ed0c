// A second reading of src-main/domain/FORMAT.md (`§`), from that text alone, with another SQLCipher.
// HOLDFAST_PASSPHRASE=… node test/verifier/verify-case.ts FILE
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import { type Problem, type Row, checker } from './bytes.ts';
import { verifyEntry } from './entry.ts';
import { checkEvidence } from './evidence.ts';
import { type Kdf, checkPages, none } from './pages.ts';
import { checkRecord } from './record.ts';

export { verifyEntry };

/** §13, steps 1 to 5. `head`: the tips. */
export function verifyCase(path: string, passphrase: string, kdf: Kdf = pbkdf2Sync) {
  const problems: Problem[] = [];
  const check = checker(problems);
  let found: ReturnType<typeof checkRecord> = { entries: 0, tips: [] };
  let db: Database | undefined;
  try {
    const journal = statSync(`${path}-journal`, { throwIfNoEntry: false });
    if (journal?.size) throw new Error('interrupted; opening it would write, so open it yourself');
    const key = checkPages(readFileSync(path), passphrase, kdf, check);
    db = new Database(path);
    db.exec(`PRAGMA key = ${key}; PRAGMA query_only = 1; PRAGMA trusted_schema = 0`);
    for (const [code, sql] of none) check(code, db.prepare(`SELECT 1 ${sql}`).get() === undefined);
    if (!problems.some(({ code }) => /^(type|limit)/.test(code))) found = readRecord(db, path, problems);
  } catch (error) {
    check('read', false, String(error));
  }
  db?.close();
  return { ok: problems.length === 0, entries: found.entries, problems, head: found.tips };
}

function readRecord(db: Database, path: string, problems: Problem[]) {
  const fieldsOf = db.prepare('SELECT name,salt,CAST(value AS BLOB) value,digest FROM field WHERE entry=?');
  const rows = db.prepare('SELECT * FROM entry ORDER BY seq').all<Row>();
  const read = rows.map((row) => ({ row, ...verifyEntry({ ...row, fields: fieldsOf.all([row.hash]) }) }));
  const local = db.prepare(`SELECT value FROM local WHERE name = 'series'`).get<{ value: string }>();
  const found = checkRecord(read, { series: local?.value }, problems);
  checkEvidence(db, path, read, local?.value);
  problems.push(...read.flatMap((entry) => entry.problems));
  return found;
}

if (import.meta.main) {
  const { ok, entries, problems } = verifyCase(process.argv[2] ?? '', process.env.HOLDFAST_PASSPHRASE ?? '');
  for (const { code, seq, what } of problems) process.stdout.write(`${seq ?? '-'} ${code}: ${what}\n`);
  process.stdout.write(ok ? `${entries} entries hold together.\n` : `${problems.length} problems found.\n`);
  process.exitCode = ok ? 0 : 1;
}
