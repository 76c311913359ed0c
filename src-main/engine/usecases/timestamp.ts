import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { viewOfNew } from '../../casework/entry-view.ts';
import { type Certificate, certificatesInPem } from '../../casework/timestamp/certificate.ts';
import { checkStamps, recordStamp, requestStamp } from '../../casework/timestamp/timestamps.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { inSlices } from '../in-slices.ts';
import { writableOf, writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

export function request(
  engine: Engine,
  given: RequestOf<'timestamp.request'>,
): ResponseOf<'timestamp.request'> {
  const path = resolve(given.path);
  const { bytes, asked } = requestStamp(writableOf(openCaseOf(engine)));
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
  return { path, asked };
}

export function take(engine: Engine, given: RequestOf<'timestamp.import'>): ResponseOf<'timestamp.import'> {
  const opened = openCaseOf(engine);
  const path = resolve(given.path);
  const entry = recordStamp(writing(opened), readSmall(path), path);
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry) };
}

export async function check(
  engine: Engine,
  given: RequestOf<'timestamp.check'>,
): Promise<ResponseOf<'timestamp.check'>> {
  const { db } = openCaseOf(engine);
  const trusted = given.ca === undefined ? null : certificatesOf(resolve(given.ca));
  const stamps = await inSlices(checkStamps(db, trusted));
  return {
    ok: stamps.every(({ faults }) => faults.length === 0),
    authorityChecked: trusted !== null,
    stamps,
  };
}

/** Bytes of the largest file that is read: an answer has a few thousand, a list of certificates some hundred thousand. */
const LARGEST = 1_048_576;

function readSmall(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (found.isFile() && found.size <= LARGEST) return readFileSync(path);
  } catch (error) {
    throw asFileError(error, path);
  }
  throw new CaseError('timestamp-refused', { path, reason: 'it is no file of such a size' });
}

/** @throws CaseError `wrong-use` where the file holds no certificate */
function certificatesOf(path: string): Certificate[] {
  try {
    return certificatesInPem(Buffer.from(readSmall(path)).toString('latin1'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaseError('wrong-use', { reason: `${path} holds no certificate in PEM form.` });
  }
}
