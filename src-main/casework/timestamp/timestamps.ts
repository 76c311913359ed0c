import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { utcIso } from '../../domain/brands.ts';
import { fromHex, hex } from '../../domain/bytes.ts';
import { type Entry, numberField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { fingerprintsIn } from '../../domain/fixed.ts';
import { imprintOf, timeStampRequest } from '../../domain/timestamp/request.ts';
import { readAnswer } from '../../domain/timestamp/token.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { localValue, setLocal } from '../../store/queries/local.ts';
import { timelineRows } from '../../store/queries/timeline.ts';
import { append, step } from '../append.ts';
import { sha256 } from '../node-crypto.ts';
import { entryWithId } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { type Fingerprint, fingerprint, linkedEntries } from '../witness.ts';
import type { Certificate } from './certificate.ts';
import { checkToken } from './check-token.ts';

const requestsSchema = z.array(z.strictObject({ nonce: z.string(), head: z.string(), entries: z.int() }));

/** Requests that are remembered, the newest last: their numbers show that an answer is one to them. */
const KEPT = 200;
const NAME = 'timestamp-requests';

const requestsOf = (db: ReadableDb): z.infer<typeof requestsSchema> =>
  requestsSchema.parse(JSON.parse(localValue(db, NAME) ?? '[]'));

/**
 * A request for a time stamp of the record as it stands. Its number is kept in this file, beside the record.
 * @returns the bytes of a `.tsq` file (RFC 3161), and what they ask to be stamped
 */
export function requestStamp(db: WritableDb): { readonly bytes: Uint8Array; readonly asked: Fingerprint } {
  const asked = fingerprint(db);
  const { head, entries } = asked;
  const nonce = randomBytes(16);
  const one = { nonce: hex(nonce).replace(/^0+/, ''), head, entries };
  db.transaction(() => setLocal(db, NAME, JSON.stringify([...requestsOf(db), one].slice(-KEPT))));
  return { bytes: timeStampRequest(imprintOf(sha256, head), nonce), asked };
}

/**
 * Takes the answer of an authority into the record.
 * @param path where it was read, for what is said
 * @throws CaseError `timestamp-refused` with the reason
 */
export function recordStamp(session: WritingSession, answer: Uint8Array, path: string): Entry {
  const refuse = (reason: string): CaseError => new CaseError('timestamp-refused', { path, reason });
  const bytes = tokenIn(answer, refuse);
  const { token } = checkToken(bytes, '', null);
  if (token === null) throw refuse('it is not readable as the answer of a time-stamping authority');
  const { nonce } = token;
  const asked = requestsOf(session.db).find((one) => one.nonce === nonce);
  if (asked === undefined) {
    throw refuse('it does not repeat the number of a request that was written from this file');
  }
  const { faults, authority } = checkToken(bytes, hex(imprintOf(sha256, asked.head)), null);
  if (faults.length > 0) throw refuse(faults.join('; '));
  const { head, entries } = asked;
  const digits = hex(bytes);
  if (isKnown(session.db, digits)) throw refuse('this time stamp is in the record already');
  return step(session, () =>
    append(session, 'timestamp', {
      head,
      entries,
      at: utcIso(Date.parse(token.at)),
      authority,
      token: digits,
    }),
  );
}

function tokenIn(answer: Uint8Array, refuse: (reason: string) => CaseError): Uint8Array {
  try {
    const { status, text, token } = readAnswer(answer);
    if (status > 1 || token === null) {
      throw refuse(`the authority refused the request${text === '' ? '' : `: “${text}”`}`);
    }
    return token;
  } catch (error) {
    if (error instanceof RangeError) {
      throw refuse('it is not readable as the answer of a time-stamping authority');
    }
    throw error;
  }
}

const stampRows = (db: ReadableDb) => timelineRows(db, { kinds: ['timestamp'], by: 'recorded' }, 0, -1);

const isKnown = (db: ReadableDb, token: string): boolean =>
  stampRows(db).some(({ entry }) => textField(entryWithId(db, entry), 'token') === token);

/** A time stamp of the record, checked. */
export interface CheckedStamp {
  readonly entry: string;
  readonly head: string;
  /** Entries that it fixes; 0 where this record has no such fingerprint. */
  readonly fixes: number;
  /** Instant at which the authority says that it stamped. */
  readonly at: string;
  readonly authority: string;
  /** What does not hold, as ends of a sentence. */
  readonly faults: string[];
}

/**
 * Checks all time stamps of the record again. In slices, so that notes are written meanwhile.
 * @param trusted certificates of authorities; null = whose they are, is not asked
 */
export function* checkStamps(
  db: ReadableDb,
  trusted: readonly Certificate[] | null,
): Generator<undefined, CheckedStamp[]> {
  const rows = stampRows(db);
  if (rows.length === 0) return [];
  const { entries } = yield* linkedEntries(db);
  const prints = fingerprintsIn(sha256, entries);
  const checked: CheckedStamp[] = [];
  for (const { entry: id } of rows) {
    const entry = entryWithId(db, id);
    const text = (name: string): string => textField(entry, name) ?? '';
    const head = text('head');
    const found = prints.find(head);
    const result = checkToken(fromHex(text('token')), hex(imprintOf(sha256, head)), trusted);
    const faults = [...result.faults];
    if (found === null || found.places.length !== numberField(entry, 'entries')) {
      faults.push('this record has no such fingerprint');
    }
    const { authority } = result;
    checked.push({ entry: id, head, fixes: found?.places.length ?? 0, at: text('at'), authority, faults });
    yield;
  }
  return checked;
}
