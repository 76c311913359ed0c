/** Hashes that the record keeps. */
export const algorithms = ['sha256', 'sha1', 'md5'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Hex digits of each. */
const DIGITS: Readonly<Record<Algorithm, number>> = { sha256: 64, sha1: 40, md5: 32 };

/** One file of a list of hashes. */
export interface ListedFile {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly name: string;
  /** Lower-case hex; at least one. */
  readonly hashes: Readonly<Partial<Record<Algorithm, string>>>;
}

/** A line that was not understood, and why: named, never skipped in silence. */
export interface ListProblem {
  readonly line: number;
  readonly reason: string;
}

export type ListLine = ListedFile | ListProblem;

export type ListFormat = 'sha256sum' | 'bsd' | 'hashdeep' | 'bagit';

/** A text of a list, split into lines with their numbers; empty ones are left out. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

export const isProblem = (line: ListLine): line is ListProblem => 'reason' in line;

/**
 * The hash of a line, by its length.
 * @returns the reason where it is none that the record keeps
 */
export function hashOf(digits: string): { readonly name: Algorithm; readonly hash: string } | string {
  const name = algorithms.find((known) => DIGITS[known] === digits.length);
  if (!/^[0-9a-f]+$/i.test(digits)) return `“${short(digits)}” is no hash.`;
  if (name !== undefined) return { name, hash: digits.toLowerCase() };
  return `A hash of ${digits.length} digits is no SHA-256 (64), SHA-1 (40) or MD5 (32).`;
}

/** The same where the list says which hash it is. */
export function hashNamed(name: Algorithm, digits: string): { readonly hash: string } | string {
  if (!/^[0-9a-f]+$/i.test(digits)) return `“${short(digits)}” is no hash.`;
  if (digits.length === DIGITS[name]) return { hash: digits.toLowerCase() };
  return `The ${name} has ${digits.length} digits instead of ${DIGITS[name]}.`;
}

export const algorithmNamed = (name: string): Algorithm | undefined =>
  algorithms.find((known) => known === name.toLowerCase().replaceAll('-', ''));

/** A name that coreutils escaped: `\n`, `\r` and `\\` stand for LF, CR and a backslash. */
export const unescapedName = (name: string): string =>
  name.replace(/\\([nr\\])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === 'r' ? '\r' : '\\'));

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text).toWellFormed();
