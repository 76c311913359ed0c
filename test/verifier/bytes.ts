// Bytes, digests and values as src-main/domain/FORMAT.md §1 and §2 say.
import { createHash } from 'node:crypto';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Problem = { code: string; seq?: number; what: string };
export type Field = { name: string; salt: string; value: string | Bytes; digest: Bytes };
export type Row = Record<'hash' | 'header' | 'signature' | 'author' | 'writer', Bytes> &
  Record<'seq' | 'n', number>;
export type Header = Record<'author' | 'case' | 'kind' | 'recorded' | 'writer', string> &
  Record<'monotonic' | 'n', number> &
  Record<'fields' | 'parents', string[]>;

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const pair = (...parts: unknown[]): string => JSON.stringify(parts);
export const unhex = (text: string) => Buffer.from(text, 'hex');
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const tagged = (tag: string, ...data: (string | Uint8Array)[]) =>
  Buffer.concat([`holdfast/${tag}/1\0`, ...data].map((part) => Buffer.from(part as string)));
export function checker(problems: Problem[], place = {}) {
  return (code: string, good: boolean, what = code) => void (good || problems.push({ code, ...place, what }));
}
/** The canonical text of a value of §2; throws where it is none. */
export function jcs(value: unknown, depth = 0): string {
  const plain = value === null || typeof value === 'boolean' || Number.isSafeInteger(value);
  if (plain || (typeof value === 'string' && value.isWellFormed())) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null || depth === 64) throw new Error('no value of §2');
  if (Array.isArray(value)) return `[${value.map((item) => jcs(item, depth + 1)).join()}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (!members.every(([key]) => /^[a-z][a-z0-9_]*$/.test(key))) throw new Error('no key of §2');
  return `{${members.map(([key, item]) => `"${key}":${jcs(item, depth + 1)}`).join()}}`;
}
/** The value of a text that is canonical; else nothing. */
export function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return jcs(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
