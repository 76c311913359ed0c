import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { asFileError } from '../../domain/file-error.ts';
import type { Engine } from '../state.ts';

/** What somebody wants to have checked, by what it is. @throws CaseError of the file system */
export function kind(_: Engine, { path }: RequestOf<'file.kind'>): ResponseOf<'file.kind'> {
  const place = resolve(path);
  try {
    if (statSync(place).isDirectory() || basename(place).toLowerCase() === 'bagit.txt') {
      return { kind: 'bag' };
    }
    return { kind: isPage(place) ? 'page' : 'other' };
  } catch (error) {
    throw asFileError(error, place);
  }
}

function isPage(place: string): boolean {
  const beginning = Buffer.alloc(512);
  const file = openSync(place, 'r');
  try {
    const read = readSync(file, beginning, 0, beginning.length, 0);
    const text = beginning.subarray(0, read).toString('latin1');
    return /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html|!--)/iu.test(text);
  } finally {
    closeSync(file);
  }
}
