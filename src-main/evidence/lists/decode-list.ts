import type { NumberedLine } from './list-line.ts';

/**
 * The lines of a list in whatever a tool wrote it: UTF-8 with or without byte order mark, UTF-16 (PowerShell writes it
 * by `>`), CRLF or LF. Bytes that are no UTF-8 become U+FFFD, as in the file names of the record.
 */
export function decodeList(bytes: Uint8Array): NumberedLine[] {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.split('\n').flatMap((raw, i) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    return line.trim() === '' ? [] : [{ line: i + 1, text: line }];
  });
}

export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: a hash is ASCII, so that every other byte of its UTF-16 is zero.
  const start = bytes.subarray(0, 32);
  if (start.length < 32) return 'utf-8';
  if (start.every((byte, i) => (byte === 0) === (i % 2 === 1))) return 'utf-16le';
  if (start.every((byte, i) => (byte === 0) === (i % 2 === 0))) return 'utf-16be';
  return 'utf-8';
}
