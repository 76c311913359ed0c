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
import { rowsOf } from '../domain/projection/rows.ts';
import { goesOnAfterSeal } from '../domain/sealed.ts';
import { subjectsOf } from '../domain/projection/subject.ts';
import { authorOf } from '../store/queries/author.ts';
import {
  insertEntry,
  insertField,
  lastHeaderOf,
  lastOfWriter,
  moveTips,
  tips,
} from '../store/queries/entry.ts';
import { insertProjected } from '../store/queries/projection.ts';
import { takeSlot } from '../store/queries/standing.ts';
import { lastNumber } from '../store/queries/timeline.ts';
import { clockMovement } from './clock-movement.ts';
import { sha256 } from './node-crypto.ts';
import { openedField } from './opened-field.ts';
import { isSealed } from './is-sealed.ts';
import type { WritingSession } from './session.ts';

/** Optional fields may be given as undefined: they are left out. */
export type FieldsGiven<Name extends KindName> = {
  readonly [Key in keyof FieldsOf<Name>]:
    | FieldsOf<Name>[Key]
    | (undefined extends FieldsOf<Name>[Key] ? undefined : never);
};

/**
 * Appends one entry, signed and chained to all present tips, with the rows that follow from it. Call it inside
 * a transaction: the entry is acknowledged when that returns.
 * @returns the entry, as it now stands in the file
 * @throws CaseError `case-sealed`, `text-not-unicode`, `too-large`, `too-many-ends`, and what the file refuses
 */
export function append<Name extends KindName>(
  session: WritingSession,
  kind: Name,
  given: FieldsGiven<Name>,
): Entry {
  let recorded = session.clock.now();
  let monotonic = session.clock.monotonic();
  const moved = clockMovement(session, recorded, monotonic, lastRecordedOf(session));
  if (moved !== null && kind !== 'clock-moved' && kind !== 'case') {
    session.last = { recorded, monotonic };
    append(session, 'clock-moved', moved);
    // The clock went on while that entry was signed: this one is later, never earlier.
    recorded = session.clock.now();
    monotonic = session.clock.monotonic();
  }
  if (!goesOnAfterSeal(kind) && isSealed(session.db)) throw new CaseError('case-sealed');
  const { version } = kinds[kind];
  const fields = checkedFields(kind, given);
  if (session.n === 0) fields.set('opened', openedField(session));

  const rows = [...fields].map(([name, value]) => {
    const salt = base64url(randomBytes(16));
    return { name, salt, value, digest: fieldDigest(sha256, salt, name, value) };
  });
  const parents = tips(session.db);
  if (parents.length > LIMITS.parents) throw tooManyEnds(session.db.path, parents.length);
  const header: Header = {
    author: session.signer.key,
    case: session.caseId,
    fields: rows.map((row) => row.digest).toSorted(),
    format: FORMAT,
    kind,
    kindVersion: version,
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
  insertEntry(session.db, {
    hash,
    header: bytes,
    signature: session.signer.sign(signedMessage(hash)),
    author: fromHex(header.author),
    writer: fromHex(header.writer),
    n: header.n,
  });
  for (const { name, salt, value, digest } of rows) {
    insertField(session.db, { entry: hash, name, salt, value, digest: fromHex(digest) });
  }
  moveTips(session.db, parents, hash);
  const entry: Entry = {
    id: entryIdOf(hash),
    header,
    fields: Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as Json])),
  };
  const number = lastNumber(session.db) + 1;
  for (const row of rowsOf(entry, number)) insertProjected(session.db, row);
  for (const { slot } of subjectsOf(entry)) if (slot !== null) takeSlot(session.db, slot, number);
  session.n = header.n;
  session.last = { recorded, monotonic };
  return entry;
}

/** A merge never makes such a record (engine/merge/merge.ts). */
const tooManyEnds = (what: string, ends: number): CaseError =>
  new CaseError('too-many-ends', {
    what,
    ends,
    limit: LIMITS.parents,
    remedy: 'Nothing can be written into it. Take another copy of the case.',
  });

/** Runs a business step: all its entries are durable when it returns, or none is. */
export function step<Result>(session: WritingSession, work: () => Result): Result {
  const before = { n: session.n, last: session.last };
  try {
    return session.db.transaction(() => {
      // A key says whose it is before it writes anything else.
      if (session.n === 0 && !isIntroduced(session)) introduce(session);
      return work();
    });
  } catch (error) {
    // The numbers of entries that were rolled back are free again. Where only the last sync of a commit failed, the
    // entries are in the file although nobody may promise that they stay there: then their numbers are taken.
    if (writtenBy(session) !== session.n) {
      session.n = before.n;
      session.last = before.last;
    }
    throw error;
  }
}

/** Entries of this writer in the file; null where it cannot be read now. */
function writtenBy(session: WritingSession): number | null {
  try {
    return lastOfWriter(session.db, fromHex(session.signer.key), fromHex(session.writer));
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

/** Whether the record knows the signer's key by its present name and role. What was withheld of them stays so. */
function isIntroduced({ db, signer: { key, name, role } }: WritingSession): boolean {
  const known = authorOf(db, key);
  if (known === undefined) return false;
  return (known.name ?? name) === name && (known.role ?? role) === role;
}

/** The signer's key says whose it is: its first entry, but for the founder's `case`, and again under another name. */
export function introduce(session: WritingSession): Entry {
  const { key, name, role, device } = session.signer;
  const old = authorOf(session.db, key)?.name ?? undefined;
  const before = old === name ? undefined : old;
  return append(session, 'author', { name, role, device, public_key: key, before });
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

function lastRecordedOf(session: WritingSession): number | null {
  if (session.n > 0) return null;
  const header = lastHeaderOf(session.db, fromHex(session.signer.key));
  if (header === undefined) return null;
  const { recorded } = JSON.parse(Buffer.from(header).toString('utf8')) as { recorded: string };
  return Date.parse(recorded);
}

const tooLarge = (): CaseError =>
  new CaseError('too-large', {
    what: 'The text',
    limit: '8 MiB',
    remedy: 'Add it as evidence and write a short note about it.',
  });
