import { basename } from 'node:path';
import { utcIso } from '../domain/brands.ts';
import { fromHex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { exhibitLabel } from '../domain/exhibit-number.ts';
import { fileName, visibleText } from '../domain/file-name.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { guessType } from '../domain/evidence-type.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import { insertBlob, lastSerial } from '../store/queries/exhibit.ts';
import { insertEvidenceKey } from '../store/queries/evidence-key.ts';
import { localValue } from '../store/queries/local.ts';
import type { Examined } from './examine.ts';

export interface Registration {
  /** Absolute, as bytes of the file system. */
  readonly path: Buffer;
  readonly title: string | undefined;
  readonly type: FieldsOf<'evidence'>['type'] | undefined;
  readonly source: string | undefined;
  readonly collectedBy: string | undefined;
  readonly occurred: Occurred | undefined;
  readonly covers: FieldsOf<'evidence'>['covers'] | undefined;
  readonly clockOffset: number | undefined;
}

function storedField({ packed, sealed }: Examined): FieldsOf<'evidence'>['stored'] {
  if (packed !== null) return { codec: packed.codec, size: packed.bytes.length };
  if (sealed === null) return undefined;
  return { codec: sealed.codec, size: sealed.size, file: sealed.file, sha256: sealed.sha256 };
}

/**
 * Takes an examined file or folder into the record: its exhibit number, its hashes, its first custody event,
 * and its bytes or the key to them where they were kept, all in one transaction.
 * @returns the `evidence` entry and the `collected` entry
 */
export function registerExhibit(
  session: WritingSession,
  examined: Examined,
  given: Registration,
): readonly [Entry, Entry] {
  const name = fileName(Buffer.from(basename(given.path.toString('latin1')), 'latin1'));
  const title = given.title ?? (visibleText(name.text) || 'unnamed');
  const collectedBy = given.collectedBy ?? session.signer.name;
  return step(session, () => {
    const series = localValue(session.db, 'series') ?? '';
    const number = lastSerial(session.db, series) + 1;
    const { packed, sealed, changed } = examined;
    const entry = append(session, 'evidence', {
      series,
      number,
      title,
      type: given.type ?? guessType(name.text, examined.kind),
      mode: packed === null && sealed === null ? 'reference' : 'stored',
      name,
      path: fileName(given.path),
      size: examined.size,
      modified: examined.modified === null ? undefined : utcIso(examined.modified),
      sha256: examined.hashes.sha256,
      sha1: examined.hashes.sha1,
      md5: examined.hashes.md5,
      files: examined.files ?? undefined,
      manifest: examined.manifest ?? undefined,
      stored: storedField(examined),
      changed_while_read:
        changed === null
          ? undefined
          : { size_before: changed.sizeBefore, size_after: changed.sizeAfter, note: changed.note },
      left_out: examined.leftOut.length === 0 ? undefined : [...examined.leftOut],
      source: given.source,
      collected_by: collectedBy,
      occurred: given.occurred,
      covers: given.covers,
      clock_offset: given.clockOffset,
    });
    if (packed !== null) insertBlob(session.db, fromHex(entry.id), packed);
    if (sealed !== null) insertEvidenceKey(session.db, fromHex(entry.id), sealed);
    const collected = append(session, 'custody', {
      evidence: entry.id,
      exhibit: exhibitLabel({ series, number }),
      event: 'collected',
      performed_by: collectedBy,
      tool: `Holdfast ${session.surroundings.version}`,
      method:
        packed !== null
          ? 'hashed and stored in the case file'
          : sealed !== null
            ? 'hashed and stored in the evidence folder'
            : 'hashed where it lies, bytes not copied',
      hash_after: examined.hashes.sha256,
      occurred: given.occurred,
    });
    return [entry, collected];
  });
}
