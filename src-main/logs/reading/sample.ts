import { Buffer } from 'node:buffer';
import { textOf } from './encoding.ts';
import type { Sample } from './reader.ts';

/** Bytes at the beginning of a file that are looked at to know what it is. */
export const SAMPLE_BYTES = 64 * 1024;

/**
 * @param bytes the beginning, at most `SAMPLE_BYTES` of it count
 * @param modified ms since 1970 UTC; null where nobody knows
 */
export function sampleOf(name: string, bytes: Uint8Array, modified: number | null): Sample {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES));
  const text = textOf(head);
  // Runs of zero bytes stand in real logs, too; a binary file has them everywhere.
  const zeros = text.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const lines = zeros * 10 > text.length ? [] : decoded(text).split(/\r?\n/);
  return { name, bytes: head, lines, modified };
}

function decoded(text: Buffer): string {
  try {
    // The last letter may be cut.
    return new TextDecoder('utf-8', { fatal: true }).decode(text, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(text);
  }
}
