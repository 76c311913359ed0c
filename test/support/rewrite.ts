import { createHash } from 'node:crypto';
import { sha256, signer } from '../../src-main/casework/node-crypto.ts';
import { fromHex, hex } from '../../src-main/domain/bytes.ts';
import { signedMessage } from '../../src-main/domain/entry-hash.ts';
import { fieldDigest } from '../../src-main/domain/field.ts';
import { projectionTables } from '../../src-main/domain/projection/rows.ts';
import { bytes, forge } from './independent.ts';

type Field = {
  readonly row: number;
  readonly name: string;
  readonly salt: string;
  readonly value: string;
};

/** What a forger puts in the place of a field: canonical JSON. */
export type Rewriting = (kind: string, field: Field, renamed: (id: string) => string) => string;

/**
 * Writes the whole history of a case anew with the author's own key: same case, same writers, times and salts,
 * other texts. Every hash, signature and view fits afterwards. Only something outside the file can tell.
 * @param seed the author's secret
 */
export function rewriteHistory(path: string, seed: Uint8Array, rewriting: Rewriting): void {
  const { sign } = signer(seed);
  forge(path, (db) => {
    const names = new Map<string, string>();
    const renamed = (id: string): string => names.get(id) ?? id;
    for (const row of db.prepare('SELECT seq, hash, header FROM entry ORDER BY seq').all()) {
      const old = bytes(row['hash']);
      const header = JSON.parse(Buffer.from(bytes(row['header'])).toString()) as Record<string, unknown>;
      const kind = String(header['kind']);
      const fields = db
        .prepare('SELECT rowid AS row, name, salt, value FROM field WHERE entry = ?')
        .all<Field>([old]);
      const written = fields.map((field) => ({ ...field, value: rewriting(kind, field, renamed) }));
      const digests = written.map(({ name, salt, value }) => fieldDigest(sha256, salt, name, value));
      header['fields'] = digests.toSorted();
      header['parents'] = (header['parents'] as string[]).map(renamed).toSorted();
      const text = Buffer.from(JSON.stringify(header));
      const hash = new Uint8Array(createHash('sha256').update('holdfast/entry/1\0').update(text).digest());
      names.set(hex(old), hex(hash));
      db.prepare('UPDATE entry SET hash = ?, header = ?, signature = ? WHERE seq = ?').run([
        hash,
        new Uint8Array(text),
        new Uint8Array(sign(signedMessage(hash))),
        row['seq'] as number,
      ]);
      written.forEach(({ row: at, value }, i) => {
        db.prepare('UPDATE field SET entry = ?, value = ?, digest = ? WHERE rowid = ?').run([
          hash,
          value,
          new Uint8Array(fromHex(digests[i] ?? '')),
          at,
        ]);
      });
      for (const [table, columns] of Object.entries(projectionTables)) {
        for (const column of (columns as readonly string[]).filter((name) =>
          /^(entry|about|evidence)$/.test(name),
        )) {
          db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run([hex(hash), hex(old)]);
        }
      }
      db.prepare('UPDATE tip SET entry = ? WHERE entry = ?').run([hash, old]);
    }
  });
}
