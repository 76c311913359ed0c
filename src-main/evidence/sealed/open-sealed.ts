import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { openHead } from './age-header.ts';
import { TAG, chunkCipher } from './chunk-cipher.ts';
import { CHUNK, Opener, PayloadFault } from './payload.ts';

const READ = 1024 * 1024;

/**
 * Opens a sealed file from start to end, with little memory, and hashes it on the way.
 * @param take is given the packed bytes
 * @returns SHA-256 of the sealed file, hex
 * @throws CaseError `file-missing`, `io-error` …; `file-damaged` where it is cut off, changed, or another key's
 */
export async function openSealed(
  path: string,
  identity: string,
  check: () => void,
  take: (packed: Uint8Array) => Promise<void>,
): Promise<string> {
  const damaged = (reason: string, cause?: unknown): CaseError =>
    new CaseError('file-damaged', { path, reason }, cause);
  let file: number | undefined;
  let [size, before] = [0, 0];
  try {
    file = openSync(path, 'r');
    ({ size } = fstatSync(file));
    const buffer = Buffer.allocUnsafe(READ);
    const hash = createHash('sha256');
    let got = readSync(file, buffer, 0, READ, null);
    const head = await openHead(buffer.subarray(0, got), identity);
    if (head === null) throw damaged('its head is not the one that was sealed with the key of this exhibit.');
    const opener = new Opener(await chunkCipher(head.payloadKey));
    before = head.bytes.length;
    let from = before;
    while (got > 0) {
      check();
      hash.update(buffer.subarray(0, got));
      for (const plain of opener.push(buffer.subarray(from, got))) await take(plain);
      from = 0;
      got = readSync(file, buffer, 0, READ, null);
    }
    await take(opener.end());
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof PayloadFault) {
      throw damaged(`it was changed or cut off in ${partOf(size, before, error.chunk)}.`, error);
    }
    throw asFileError(error, path);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Names a chunk for people: which of how many, and where it begins in the file. Bytes: `size` of the file, `before` of its head. */
function partOf(size: number, before: number, chunk: number): string {
  const parts = Math.max(chunk + 1, Math.ceil((size - before) / (CHUNK + TAG)));
  return `part ${chunk + 1} of ${parts}, from byte ${before + chunk * (CHUNK + TAG)}`;
}
