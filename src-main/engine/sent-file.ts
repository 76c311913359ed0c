import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';

/** Bytes; larger files are no message. */
const LARGEST = 1024 * 1024;

/**
 * A message that was sent, as a file: its text, and the hash of its bytes, hex.
 * @throws CaseError `too-large`; what the file system refuses
 */
export function sentFile(path: string): { message: string; sha256: string } {
  let bytes: Buffer;
  try {
    if (statSync(path).size > LARGEST) throw tooLarge(path);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof CaseError ? error : asFileError(error, path);
  }
  if (bytes.length > LARGEST) throw tooLarge(path);
  return {
    message: bytes.toString('utf8').toWellFormed(),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function tooLarge(path: string): CaseError {
  const remedy = 'Take it in as evidence, and give its text as a shorter file.';
  return new CaseError('too-large', { what: path, limit: '1 MiB', remedy });
}
