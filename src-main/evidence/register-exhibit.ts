import { basename } from 'node:path';
import { utcIso } from '../domain/brands.ts';
import { fromHex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { exhibitLabel } from '../domain/exhibit-number.ts';
import { type Details, type EvidenceType, keptDetails } from '../domain/exhibit-details.ts';
import { type FileName, fileName, visibleText } from '../domain/file-name.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { guessType } from '../domain/evidence-type.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import { insertEvidenceKey } from '../store/queries/evidence-key.ts';
import { insertBlob } from '../store/queries/exhibit.ts';
import type { Examined } from './examine.ts';
import { nextNumber } from './next-number.ts';

export interface Registration {
  /** Absolute, as bytes of the file system; a name alone for bytes that came from no file. */
  readonly from: { readonly path: Buffer } | { readonly name: FileName };
  readonly title: string | undefined;
  readonly type: EvidenceType | undefined;
  readonly occurred: Occurred | undefined;
  readonly details: Details;
  /** Number of the seal that a thing was put under when it was collected. */
  readonly seal: string | undefined;
  /** Of several paths taken as one: they, below `path`. */
  readonly parts?: readonly FileName[] | undefined;
  readonly mail?: FieldsOf<'evidence'>['mail'] | undefined;
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
  const { from, details } = given;
  const name = 'path' in from ? nameOf(from.path) : from.name;
  const title = given.title ?? (visibleText(name.text) || 'unnamed');
  const collectedBy = details.collected_by ?? session.signer.name;
  const type = given.type ?? guessType(name.text, examined.kind);
  return step(session, () => {
    const { series, number } = nextNumber(session.db);
    const { packed, sealed, changed } = examined;
    const entry = append(session, 'evidence', {
      series,
      number,
      title,
      type,
      mode: packed === null && sealed === null ? 'reference' : 'stored',
      name,
      path: 'path' in from ? fileName(from.path) : undefined,
      size: examined.size,
      modified: examined.modified === null ? undefined : utcIso(examined.modified),
      sha256: examined.hashes.sha256,
      sha1: examined.hashes.sha1,
      md5: examined.hashes.md5,
      files: examined.files ?? undefined,
      manifest: examined.manifest ?? undefined,
      parts: given.parts === undefined ? undefined : [...given.parts],
      stored: storedField(examined),
      changed_while_read:
        changed === null
          ? undefined
          : { size_before: changed.sizeBefore, size_after: changed.sizeAfter, note: changed.note },
      left_out: examined.leftOut.length === 0 ? undefined : [...examined.leftOut],
      mail: given.mail,
      occurred: given.occurred,
      ...keptDetails(type, details),
      collected_by: collectedBy,
    });
    if (packed !== null) insertBlob(session.db, fromHex(entry.id), packed);
    if (sealed !== null) insertEvidenceKey(session.db, fromHex(entry.id), sealed);
    const collected = append(session, 'custody', {
      evidence: entry.id,
      exhibit: exhibitLabel({ series, number }),
      event: 'collected',
      performed_by: collectedBy,
      to: details.held_by,
      location: details.location,
      seal: given.seal,
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

const nameOf = (path: Buffer): FileName => fileName(Buffer.from(basename(path.toString('latin1')), 'latin1'));
