import { randomBytes } from 'node:crypto';
import { utcIso } from '../domain/brands.ts';
import { base64url, fromHex, utf8 } from '../domain/bytes.ts';
import { type Json, canonicalJson, jsonFault } from '../domain/canonical.ts';
import type { Entry } from '../domain/entry.ts';
import { entryHash, entryIdOf, signedMessage } from '../domain/entry-hash.ts';
import { CaseError } from '../domain/errors.ts';
import { fieldDigest } from '../domain/field.ts';
import { FORMAT, type Header, headerText } from '../domain/header.ts';
import { type FieldsOf, type KindName, kinds } from '../domain/kinds/index.ts';
import { LIMITS } from '../domain/limits.ts';
import type { EntryRow, FieldRow } from '../store/queries/entry.ts';
import { sha256 } from './node-crypto.ts';
import { openedField } from './opened-field.ts';
import type { WritingSession } from './session.ts';

/** Optional fields may be given as undefined: they are left out. */
export type FieldsGiven<Name extends KindName> = {
  readonly [Key in keyof FieldsOf<Name>]:
    | FieldsOf<Name>[Key]
    | (undefined extends FieldsOf<Name>[Key] ? undefined : never);
};

/** When an entry is written, and what it follows. */
export interface EntryPlace {
  /** Device clock, ms since 1970 UTC. */
  readonly recorded: number;
  /** ms since the writer's process started. */
  readonly monotonic: number;
  /** Hashes. */
  readonly parents: readonly Uint8Array[];
}

/** A signed entry with its rows; it stands in no file yet. */
export interface MadeEntry {
  readonly entry: Entry;
  readonly row: Omit<EntryRow, 'seq'>;
  readonly fields: readonly Omit<FieldRow, 'entry'>[];
}

/**
 * Makes and signs the next entry of a writer. The writer's number goes on where the caller has put the entry down.
 * @throws CaseError `text-not-unicode`, `too-large`
 */
export function makeEntry<Name extends KindName>(
  session: WritingSession,
  kind: Name,
  given: FieldsGiven<Name>,
  { recorded, monotonic, parents }: EntryPlace,
): MadeEntry {
  const values = checkedFields(kind, given);
  if (session.n === 0) values.set('opened', openedField(session));
  const rows = [...values].map(([name, value]) => {
    const salt = base64url(randomBytes(16));
    return { name, salt, value, digest: fieldDigest(sha256, salt, name, value) };
  });
  const header: Header = {
    author: session.signer.key,
    case: session.caseId,
    fields: rows.map((row) => row.digest).toSorted(),
    format: FORMAT,
    kind,
    kindVersion: kinds[kind].version,
    monotonic,
    n: session.n + 1,
    parents: parents.map((parent) => entryIdOf(parent)).toSorted(),
    recorded: utcIso(recorded),
    writer: session.writer,
  };
  const bytes = utf8(headerText(header));
  const size = rows.reduce((sum, row) => sum + row.value.length, bytes.length);
  if (size > LIMITS.entry) throw tooLarge();
  const hash = entryHash(sha256, bytes);
  return {
    entry: {
      id: entryIdOf(hash),
      header,
      fields: Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as Json])),
    },
    row: {
      hash,
      header: bytes,
      signature: session.signer.sign(signedMessage(hash)),
      author: fromHex(header.author),
      writer: fromHex(header.writer),
      n: header.n,
    },
    fields: rows.map(({ name, salt, value, digest }) => ({ name, salt, value, digest: fromHex(digest) })),
  };
}

function checkedFields(kind: KindName, given: Readonly<Record<string, unknown>>): Map<string, string> {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = kinds[kind].fields.parse(present);
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(parsed)) {
    if (jsonFault(value) === 'text with a lone surrogate') {
      throw new CaseError('text-not-unicode', { field: name });
    }
    const text = canonicalJson(value as Json);
    if (
      text.length > LIMITS.field ||
      (text.length > LIMITS.field / 4 && Buffer.byteLength(text) > LIMITS.field)
    ) {
      throw tooLarge();
    }
    fields.set(name, text);
  }
  return fields;
}

const tooLarge = (): CaseError =>
  new CaseError('too-large', {
    what: 'The text',
    limit: '8 MiB',
    remedy: 'Add it as evidence and write a short note about it.',
  });
