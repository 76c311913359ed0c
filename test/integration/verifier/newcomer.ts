import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Database } from '@signalapp/sqlcipher';
import type { Random } from '../../support/random.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Parts of an entry that a test sets otherwise than they ought to be. */
export interface Otherwise {
  readonly kind?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Header keys with other values, before it is hashed and signed. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** The header's text, before it is hashed and signed. */
  readonly spell?: (text: string) => string;
  /** The text of each value, before its digest is made. */
  readonly spellValue?: (text: string) => string;
  readonly salt?: string;
}

const sha256 = (tag: string, data: Uint8Array | string): Bytes =>
  new Uint8Array(createHash('sha256').update(tag).update(data).digest());
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'));
const random = (dice: Random, length: number): Bytes => Uint8Array.from({ length }, () => dice.below(256));

/**
 * Somebody who has the passphrase, an author key of their own and FORMAT.md §5: what they write is hashed and signed
 * as it should be, so that only the rule that a test breaks stands between it and the record.
 */
export class Newcomer {
  readonly key: string;
  writer: string;
  n = 0;
  monotonic = 1000;
  last: string;
  readonly case: string;
  private readonly db: Database;
  private readonly dice: Random;
  private readonly secret;

  constructor(db: Database, dice: Random, caseId: string, tip: string) {
    this.db = db;
    this.dice = dice;
    this.case = caseId;
    this.last = tip;
    this.writer = hex(random(dice, 16));
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), random(dice, 32)]);
    this.secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    this.key = hex(createPublicKey(this.secret).export({ format: 'der', type: 'spki' }).subarray(-32));
  }

  opened = (): unknown => ({
    clock_source: 'system',
    os: 'test',
    program: 'Stranger',
    utc_offset_minutes: 0,
    version: '1',
    volume: 'local',
  });

  introduce(otherwise: Otherwise = {}): string {
    const fields = { device: 'X', name: 'Stranger', opened: this.opened(), public_key: this.key, role: '' };
    return this.write({ kind: 'author', fields, ...otherwise });
  }

  /** Appends one entry; it is right wherever `otherwise` says nothing. */
  write(otherwise: Otherwise = {}): string {
    const values = otherwise.fields ?? { text: 'A note' };
    const fields = Object.entries(values).map(([name, value]) => {
      const salt = otherwise.salt ?? Buffer.from(random(this.dice, 16)).toString('base64url');
      const text = (otherwise.spellValue ?? String)(JSON.stringify(value));
      return { name, salt, text, digest: sha256('holdfast/field/1\0', `["${salt}","${name}",${text}]`) };
    });
    this.n += 1;
    this.monotonic += 10;
    const header = {
      author: this.key,
      case: this.case,
      fields: fields.map(({ digest }) => hex(digest)).toSorted(),
      format: 1,
      kind: otherwise.kind ?? 'note',
      kind_version: 1,
      monotonic: this.monotonic,
      n: this.n,
      parents: [this.last],
      recorded: '2026-11-17T03:00:00.000Z',
      writer: this.writer,
      ...otherwise.header,
    };
    const bytes = new Uint8Array(Buffer.from((otherwise.spell ?? String)(JSON.stringify(header))));
    const hash = sha256('holdfast/entry/1\0', bytes);
    const signature = new Uint8Array(
      sign(null, Buffer.concat([Buffer.from('holdfast/sig/1\0'), hash]), this.secret),
    );
    const columns = [hash, bytes, signature, unhex(header.author), unhex(header.writer), header.n];
    this.db
      .prepare('INSERT INTO entry (hash, header, signature, author, writer, n) VALUES (?, ?, ?, ?, ?, ?)')
      .run(columns);
    const insert = this.db.prepare(
      'INSERT INTO field (entry, name, salt, value, digest) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { name, salt, text, digest } of fields) insert.run([hash, name, salt, text, digest]);
    this.last = hex(hash);
    return this.last;
  }
}
