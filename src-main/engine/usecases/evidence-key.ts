import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { fromHex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { type SealedPlace, sealedPlace } from '../../evidence/kept-bytes.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import { whyNotHere } from '../../evidence/why-not-here.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type ExhibitRow, hasBlob } from '../../store/queries/exhibit.ts';
import { type Engine, openCaseOf } from '../state.ts';

/**
 * Writes the age identity of one sealed exhibit into a new file that this account alone may read: whoever has that file
 * and the sealed one checks the exhibit with stock tools, and opens no other. It goes nowhere but into that file.
 */
export function exportKey(engine: Engine, given: RequestOf<'evidence.key'>): ResponseOf<'evidence.key'> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const exhibit = row.label;
  const { path: file, codec, identity } = sealedPlaceOf(db, row, exhibit);
  const path = resolve(given.out);
  const sha256 = row.sha256 ?? '';
  const text = [
    `# Holdfast: key of ${exhibit}. It opens one file, ${basename(file)}, and whoever has both can read it.`,
    `# ${stockTools(codec, basename(file))} prints ${sha256}`,
    identity,
    '',
  ].join('\n');
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true });
    syncFolder(dirname(path));
  } catch (error) {
    throw asFileError(error, path);
  }
  return { exhibit, path, file, codec, sha256 };
}

/** @throws CaseError `wrong-use` where there never was a key, `bytes-not-here` where it is gone */
function sealedPlaceOf(db: ReadableDb, row: ExhibitRow, exhibit: string): SealedPlace {
  if (hasBlob(db, fromHex(row.entry))) {
    throw new CaseError('wrong-use', {
      reason: `The bytes of ${exhibit} lie in the case file itself, which its passphrase opens, so they have no key of their own. Extract them instead.`,
      cli: '`evidence extract` does it.',
    });
  }
  if (row.mode === 'reference') {
    throw new CaseError('wrong-use', {
      reason: `${exhibit} was registered by reference, so nothing of it is sealed and there is no key. Its bytes can be checked where they lie, or a copy of them stored.`,
      cli: '`evidence verify` checks them; `evidence add … --store` stores a copy.',
    });
  }
  const place = sealedPlace(db, row.entry);
  if (place === null) throw new CaseError('bytes-not-here', { exhibit, reason: whyNotHere(db, row) });
  return place;
}

/** What unpacks the bytes of a codec; `raw` needs nothing. */
const UNPACK: ReadonlyMap<string, string> = new Map([
  ['zstd', 'zstd -dc'],
  ['gzip', 'gunzip -c'],
]);

/** How a sealed file is checked without Holdfast (FORMAT.md §8.2). */
function stockTools(codec: string, file: string): string {
  const unpack = UNPACK.get(codec);
  return ['age -d -i KEY', file, ...(unpack === undefined ? [] : ['|', unpack]), '| sha256sum'].join(' ');
}
