import { utf8 } from '../bytes.ts';

/** Longest line, without its end (RFC 2045 §6.7, rule 5). */
const LINE = 76;

/** Text as quoted-printable over UTF-8, with CRLF line ends (RFC 2045 §6.7). */
export function quotedPrintable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => folded(encoded(line)))
    .join('\r\n');
}

/** One piece for each byte or readable character. A space or tab at the end would be lost on the way. */
function encoded(line: string): string[] {
  const bytes = [...utf8(line)];
  return bytes.map((byte, at) => {
    const isBlank = byte === 0x20 || byte === 0x09;
    const isReadable = byte > 0x20 && byte < 0x7f && byte !== 0x3d;
    if (isReadable || (isBlank && at < bytes.length - 1)) return String.fromCharCode(byte);
    return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Lines of at most 76 characters, each but the last with a soft end. A line of its own dot stays one: nothing is sent by us. */
function folded(pieces: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line.length + piece.length > LINE - 1) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  }
  return [...lines, line].join('\r\n');
}
