import { textAt } from '../reading/columns.ts';
import { ascii, findByte, startsWith } from '../reading/find.ts';
import type { RowDraft } from '../reading/row.ts';

const BLANK = 32;
const QUESTION = 63;
const HTTP = ascii('HTTP/');

/**
 * The parts of `GET /path?query HTTP/1.1`. What does not begin with a method (the bytes of a TLS handshake, `-`) gives
 * none: it is garbage that was sent to the port, and stays in the raw text.
 */
export function requestColumns(bytes: Uint8Array, from: number, to: number, row: RowDraft): void {
  const blank = findByte(bytes, BLANK, from, Math.min(to, from + 40));
  if (blank < from + 3 || !areCapitals(bytes, from, blank)) return;
  let end = to;
  let last = to;
  while (last > blank && bytes[last - 1] !== BLANK) last--;
  if (startsWith(bytes, HTTP, last, to)) {
    row.slice(textAt.protocol, last, to);
    end = last - 1;
  }
  row.slice(textAt.method, from, blank);
  const query = findByte(bytes, QUESTION, blank + 1, end);
  row.slice(textAt.path, blank + 1, query === -1 ? end : query);
}

function areCapitals(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte < 65 || byte > 90) && byte !== 95 && byte !== 45) return false;
  }
  return true;
}
