import { type Entry, numberField, objectField, textField, textIn } from '../domain/entry.ts';
import { fromHex } from '../domain/bytes.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { evidenceTypes } from '../domain/kinds/evidence.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { type ExhibitRow, earlierWithHash, hasBlob } from '../store/queries/exhibit.ts';
import { type CustodyEventView, custodyOf } from './custody-events.ts';
import { custodyView } from './custody-view.ts';
import { labelOf } from './label.ts';
import { type RetentionGround, retentionGround } from './retention.ts';

/** Where the bytes of a reference lie, as the file system has it. */
export function pathOf(entry: Entry): Buffer {
  const path = objectField(entry, 'path');
  const raw = textIn(path, 'bytes');
  return raw === '' ? Buffer.from(textIn(path, 'text')) : Buffer.from(raw, 'base64url');
}

/** An exhibit as people and scripts see it (cli.md). */
export function exhibitView(
  db: ReadableDb,
  row: ExhibitRow,
  custody: readonly CustodyEventView[] = custodyOf(db, row.entry),
  ground: RetentionGround = retentionGround(db),
) {
  const entry = entryWithId(db, row.entry);
  const mode: FieldsOf<'evidence'>['mode'] =
    row.mode === 'stored' || row.mode === 'none' ? row.mode : 'reference';
  const stored = mode === 'stored' && hasBlob(db, fromHex(row.entry));
  const duplicate = row.sha256 === null ? undefined : earlierWithHash(db, row.sha256, row.number);
  const checked = custody.findLast(({ event }) => event === 'verified');
  const covers = objectField(entry, 'covers');
  const occurred = objectField(entry, 'occurred');
  return {
    exhibit: labelOf(row),
    entry: row.entry,
    title: textField(entry, 'title') ?? 'title withheld',
    type: evidenceTypes.find((type) => type === textField(entry, 'type')) ?? ('other' as const),
    mode,
    size: row.size ?? 0,
    sha256: row.sha256 ?? '',
    ...optional(entry, 'sha1', 'sha1'),
    ...optional(entry, 'md5', 'md5'),
    ...optionalPath(entry),
    ...optional(entry, 'source', 'source'),
    ...(covers === undefined
      ? {}
      : { covers: { from: textIn(covers, 'from'), to: textIn(covers, 'to'), zone: textIn(covers, 'zone') } }),
    ...optionalNumber(entry, 'clock_offset', 'clockOffset'),
    ...optionalNumber(entry, 'files', 'files'),
    ...('changed_while_read' in entry.fields ? { changedWhileRead: true } : {}),
    ...(duplicate === undefined ? {} : { duplicateOf: labelOf(duplicate) }),
    collected: typeof occurred?.['utc'] === 'string' ? occurred['utc'] : entry.header.recorded,
    collectedBy: textField(entry, 'collected_by') ?? '',
    ...custodyView(db, row, custody, ground),
    bytes: whereBytesAre(mode, stored, custody),
    lastVerified:
      checked === undefined
        ? null
        : { at: checked.at, ok: textField(checked.entry, 'result') === 'same hash' },
  };
}

function whereBytesAre(mode: string, stored: boolean, custody: readonly CustodyEventView[]) {
  if (stored) return 'here' as const;
  if (mode !== 'stored') return 'elsewhere' as const;
  return custody.some(({ released }) => released) ? ('released' as const) : ('not-here' as const);
}

function optional<Key extends string>(entry: Entry, field: string, key: Key): Partial<Record<Key, string>> {
  const value = textField(entry, field);
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}

function optionalNumber<Key extends string>(
  entry: Entry,
  field: string,
  key: Key,
): Partial<Record<Key, number>> {
  const value = numberField(entry, field);
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, number>>);
}

function optionalPath(entry: Entry): { path?: string } {
  const path = objectField(entry, 'path')?.['text'];
  return typeof path === 'string' ? { path } : {};
}
