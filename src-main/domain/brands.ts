/**
 * Branded primitives: text that was checked once, at the edge, and may be trusted inside.
 * A plain `string` does not pass where one of these is asked for.
 */
declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 64 lower-case hex digits: a SHA-256 value. */
export type Sha256Hex = Brand<string, 'Sha256Hex'>;
/** 64 lower-case hex digits: the hash of an entry's header bytes (FORMAT.md §5). */
export type EntryId = Brand<string, 'EntryId'>;
/** 64 lower-case hex digits: an Ed25519 public key (RFC 8032). */
export type AuthorKey = Brand<string, 'AuthorKey'>;
/** 64 lower-case hex digits: the case id (FORMAT.md §4). */
export type CaseId = Brand<string, 'CaseId'>;
/** 32 lower-case hex digits: 16 random bytes drawn each time a file is opened for writing. */
export type WriterId = Brand<string, 'WriterId'>;
/** An instant in UTC with exactly three decimals: `2026-11-24T02:13:05.123Z` (RFC 3339). */
export type UtcIso = Brand<string, 'UtcIso'>;

const HEX64 = /^[0-9a-f]{64}$/;
const HEX32 = /^[0-9a-f]{32}$/;
const UTC_ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const isSha256Hex = (text: string): text is Sha256Hex => HEX64.test(text);
export const isEntryId = (text: string): text is EntryId => HEX64.test(text);
export const isAuthorKey = (text: string): text is AuthorKey => HEX64.test(text);
export const isCaseId = (text: string): text is CaseId => HEX64.test(text);
export const isWriterId = (text: string): text is WriterId => HEX32.test(text);

/** True for a real instant in the one allowed spelling; `2026-02-30T…` is false. */
export function isUtcIso(text: string): text is UtcIso {
  if (!UTC_ISO.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/**
 * The instant as text.
 * @param ms milliseconds since 1970-01-01T00:00:00Z
 * @throws RangeError outside the years 0 to 9999
 */
export function utcIso(ms: number): UtcIso {
  const text = new Date(ms).toISOString();
  if (!isUtcIso(text)) throw new RangeError(`an instant outside the years 0 to 9999: ${ms}`);
  return text;
}
