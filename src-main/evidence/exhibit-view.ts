import type { Json } from '../domain/canonical.ts';
import { type Entry, numberField, objectField, textField, textIn } from '../domain/entry.ts';
import { type DescribedName, viewName } from '../domain/exhibit-details.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { evidenceTypes } from '../domain/kinds/evidence.ts';
import { stillMissing } from '../domain/still-missing.ts';
import type { Names } from '../casework/names.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { type ExhibitRow, earlierWithHash } from '../store/queries/exhibit.ts';
import { type CustodyEventView, custodyOf } from './custody-events.ts';
import { custodyView } from './custody-view.ts';
import { type RetentionGround, retentionGround } from './retention.ts';
import { describedOf } from './described.ts';
import { bytesAreHere, sealedRecord } from './kept-bytes.ts';

/** Where the bytes of a reference lie, as the file system has it. */
export function pathOf(entry: Entry): Buffer {
  const path = objectField(entry, 'path');
  const raw = textIn(path, 'bytes');
  return raw === '' ? Buffer.from(textIn(path, 'text')) : Buffer.from(raw, 'base64url');
}

/** Of several paths taken as one, those below its path that it is of; undefined for a whole folder or a file. */
export function partsOf(entry: Entry): Buffer[] | undefined {
  const parts = entry.fields['parts'];
  if (!Array.isArray(parts)) return undefined;
  return (parts as readonly { readonly text?: string; readonly bytes?: string }[]).map(
    ({ text = '', bytes }) => (bytes === undefined ? Buffer.from(text) : Buffer.from(bytes, 'base64url')),
  );
}

/** An exhibit as people and scripts see it (cli.md). */
export function exhibitView(
  db: ReadableDb,
  row: ExhibitRow,
  custody: readonly CustodyEventView[] = custodyOf(db, row.entry),
  ground: RetentionGround = retentionGround(db),
  names?: Names,
) {
  const entry = entryWithId(db, row.entry);
  const mode: FieldsOf<'evidence'>['mode'] =
    row.mode === 'stored' || row.mode === 'none' ? row.mode : 'reference';
  const stored = mode === 'stored' && bytesAreHere(db, row.entry);
  const duplicate = row.sha256 === null ? undefined : earlierWithHash(db, row.sha256, row.number);
  const checked = custody.findLast(({ event }) => event === 'verified');
  const occurred = objectField(entry, 'occurred');
  const mail = objectField(entry, 'mail');
  const { now } = describedOf(db, entry);
  const type = evidenceTypes.find((name) => name === now.type) ?? 'other';
  return {
    exhibit: row.label,
    entry: row.entry,
    title: textOf(now.title) ?? 'title withheld',
    type,
    mode,
    size: row.size,
    sha256: row.sha256,
    ...given({ sha1: textField(entry, 'sha1'), md5: textField(entry, 'md5') }),
    ...given({ path: textOf(objectField(entry, 'path')?.['text']) }),
    ...saidOf(now),
    ...given({ files: numberField(entry, 'files') }),
    ...('changed_while_read' in entry.fields ? { changedWhileRead: true } : {}),
    ...(duplicate === undefined ? {} : { duplicateOf: duplicate.label }),
    ...(mail === undefined ? {} : { mail: mail as unknown as NonNullable<FieldsOf<'evidence'>['mail']> }),
    collected: typeof occurred?.['utc'] === 'string' ? occurred['utc'] : entry.header.recorded,
    collectedBy: textOf(now.collected_by) ?? '',
    ...custodyView(db, row, custody, ground, names),
    bytes: bytesOf(mode, stored, custody),
    ...(mode === 'stored'
      ? { storedIn: sealedRecord(entry) === null ? ('case-file' as const) : ('evidence-folder' as const) }
      : {}),
    missing: stillMissing(type, now, row.hasNamesake ? row.label : undefined).map((name) => viewName(name)),
    lastVerified:
      checked === undefined
        ? null
        : { at: checked.at, ok: textField(checked.entry, 'result') === 'same hash' },
  };
}

function bytesOf(
  mode: FieldsOf<'evidence'>['mode'],
  stored: boolean,
  custody: readonly CustodyEventView[],
): 'here' | 'elsewhere' | 'not-here' | 'none' | 'released' {
  switch (mode) {
    case 'stored':
      if (stored) return 'here';
      return custody.some(({ released }) => released) ? 'released' : 'not-here';
    case 'reference':
      return 'elsewhere';
    case 'none':
      return 'none';
  }
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

type Given<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Leaves out what is undefined. */
const given = <T extends Readonly<Record<string, unknown>>>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;

function saidOf(now: Readonly<Partial<Record<DescribedName, Json>>>) {
  const { covers, clock_offset: offset } = now;
  const span =
    typeof covers === 'object' && covers !== null && !Array.isArray(covers)
      ? (covers as Readonly<Record<string, Json>>)
      : undefined;
  return {
    ...given({
      source: textOf(now.source),
      program: textOf(now.program),
      zone: textOf(now.zone),
      clockOffset: typeof offset === 'number' ? offset : undefined,
      provider: textOf(now.provider),
      itemId: textOf(now.item_id),
      console: textOf(now.console),
      rotation: textOf(now.rotation),
      make: textOf(now.make),
      serial: textOf(now.serial),
      heldBy: textOf(now.held_by),
      location: textOf(now.location),
      label: textOf(now.label),
    }),
    ...(span === undefined
      ? {}
      : { covers: { from: textIn(span, 'from'), to: textIn(span, 'to'), zone: textIn(span, 'zone') } }),
  };
}
