// The pages of the file and what no file has: FORMAT.md §3, §12.
import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { type checker, hex } from './bytes.ts';

export type Kdf = typeof pbkdf2Sync;
/** §3.2. Returns the key as SQLCipher takes it; throws where opening is of no use. */
export function checkPages(file: Buffer, passphrase: string, kdf: Kdf, check: ReturnType<typeof checker>) {
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
export const none = Object.entries({
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
