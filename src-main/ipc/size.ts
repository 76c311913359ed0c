import { PASTED_LIMIT } from '../contract/evidence.ts';
import type { MethodName } from '../contract/index.ts';
import { CaseError } from '../domain/errors.ts';
import { pictureTooLarge } from '../domain/picture.ts';

/** Bytes of UTF-8 text in one request: what an entry can hold (FORMAT.md), so nothing larger is of use. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;
/** Values in one request: enough for a drop of very many files. */
const MAX_VALUES = 1_000_000;
const MAX_DEPTH = 32;

/** Bytes beside the text, for the methods that take any. */
const BYTES: Partial<Record<MethodName, number>> = { 'evidence.add-bytes': PASTED_LIMIT };

/** How many bytes a request of this method may hold as a Uint8Array. */
export const bytesAllowed = (name: MethodName): number => BYTES[name] ?? 0;

/**
 * Threat: a page that fills the shell's memory, or blocks it, with one request.
 * @param binary bytes that may come as a Uint8Array
 * @throws CaseError `too-large`
 */
export function requireSmall(request: unknown, limit: number = MAX_TEXT_BYTES, binary = 0): void {
  let bytes = 0;
  let raw = 0;
  let values = 0;
  const tooLarge = (): CaseError =>
    new CaseError('too-large', {
      what: 'This text',
      limit: `${Math.floor(limit / 1024 / 1024)} MiB`,
      remedy: 'Add it as evidence instead.',
    });
  const visit = (value: unknown, depth: number): void => {
    values += 1;
    if (values > MAX_VALUES || depth > MAX_DEPTH) throw tooLarge();
    if (typeof value === 'string') {
      // Cheap first: a text has at least as many bytes as it has UTF-16 units.
      bytes += value.length > limit ? value.length : Buffer.byteLength(value);
      if (bytes > limit) throw tooLarge();
    } else if (binary > 0 && value instanceof Uint8Array) {
      raw += value.byteLength;
      if (raw > binary) throw pictureTooLarge(binary);
    } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      throw new CaseError('wrong-use', { reason: 'A request holds text and numbers only.' });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        visit(name, depth + 1);
        visit(inner, depth + 1);
      }
    }
  };
  visit(request, 0);
}
