// The bytes of exhibits, in the case file and beside it: FORMAT.md §8.2.
import { readFileSync } from 'node:fs';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from '@signalapp/sqlcipher';
import { unsealed } from './age.ts';
import { type Bytes, hex, sha256 } from './bytes.ts';
import type { Read } from './record.ts';

type Stored = {
  readonly codec?: string;
  readonly size?: number;
  readonly file?: string;
  readonly sha256?: string;
};

export function checkEvidence(
  db: Database,
  path: string,
  read: readonly Read[],
  series: string | undefined,
): void {
  const blobOf = db.prepare('SELECT codec, bytes FROM evidence_blob WHERE entry = ?');
  const keyOf = db.prepare('SELECT file, codec, identity FROM evidence_key WHERE entry = ?');
  const released = new Set(
    read.filter(({ values }) => values.get('released') === true).map(({ values }) => values.get('evidence')),
  );
  const copy = read.find(({ header, values }) => header?.kind === 'copy' && values.get('series') === series);
  const which = series === undefined || copy === undefined ? 'all' : copy.values.get('evidence');
  for (const { row, header, values, check } of read) {
    if (header?.kind !== 'evidence' || values.get('mode') !== 'stored') continue;
    const size = Number(values.get('size'));
    const stored = (values.get('stored') ?? {}) as Stored;
    const fits = (packed: Buffer | Bytes, codec: string): boolean => {
      const unpack = codec === 'gzip' ? gunzipSync : zstdDecompressSync;
      const bytes = codec === 'raw' ? packed : unpack(packed, { maxOutputLength: size + 1 });
      return bytes.length === size && sha256(bytes) === values.get('sha256');
    };
    const gone = released.has(hex(row.hash)) || which === 'none';
    const blob = blobOf.get<{ codec: string; bytes: Bytes }>([row.hash]);
    const key = keyOf.get<{ file: string; codec: string; identity: string }>([row.hash]);
    try {
      if (blob !== undefined) check('exhibit', fits(blob.bytes, blob.codec));
      else if (key !== undefined) {
        const file = readFileSync(`${path.replace(/\.holdfast$/, '')}.holdfast-evidence/${key.file}`);
        check('sealed', sha256(file) === stored.sha256 && key.file === stored.file, key.file);
        check('exhibit', fits(unsealed(file, key.identity), key.codec));
      } else check('bytes', gone || (which === 'small' && stored.file !== undefined), 'bytes of an exhibit');
    } catch (error) {
      check('exhibit', false, String(error));
    }
  }
}
