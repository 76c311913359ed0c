import { CaseError } from '../domain/errors.ts';

const NOT_UTF8 =
  'Standard input is not UTF-8. Convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8`, or add the file as evidence.';

/**
 * The text that a pipe or a file gives; one line break at its end belongs to the pipe. Read piece by piece: reading a
 * pipe at once fails where its other end is slower than we are (EAGAIN).
 * @throws CaseError `wrong-use` where it is not UTF-8
 */
export async function standardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
    return text.replace(/\r?\n$/, '');
  } catch (error) {
    // Another encoding, such as Windows-1252: guessing would change what was written.
    throw new CaseError('wrong-use', { reason: NOT_UTF8 }, error);
  }
}
