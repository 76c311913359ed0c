import { type Dirent, readdirSync, statSync } from 'node:fs';
import { type FileName, fileName } from '../domain/file-name.ts';
import { asFileError } from '../domain/file-error.ts';

export interface Walked {
  /** Ordinary files: path relative to the folder, bytes of the file system. */
  readonly files: readonly Buffer[];
  /** Links, pipes and the like: named in the record, neither followed nor read. */
  readonly leftOut: readonly { readonly name: FileName; readonly what: string }[];
}

const SLASH = Buffer.from('/');

/** All files below a folder. Links are not followed, so a loop of links ends nothing. */
export function walk(folder: Buffer): Walked {
  const files: Buffer[] = [];
  const leftOut: { name: FileName; what: string }[] = [];
  const open: Buffer[] = [Buffer.alloc(0)];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const item of list(folder, below)) {
      const path = below.length === 0 ? item.name : Buffer.concat([below, SLASH, item.name]);
      if (item.isDirectory()) open.push(path);
      else if (item.isFile()) files.push(path);
      else leftOut.push({ name: fileName(path), what: item.isSymbolicLink() ? 'a link' : 'a special file' });
    }
  }
  return { files: files.toSorted((a, b) => Buffer.compare(a, b)), leftOut };
}

/** The files among some paths below a folder, and all files below the folders among them; each once. */
export function walkParts(folder: Buffer, parts: readonly Buffer[]): Walked {
  const files = new Map<string, Buffer>();
  const leftOut: Walked['leftOut'][number][] = [];
  for (const part of parts) {
    const place = within(folder, part);
    if (!isFolder(place)) {
      files.set(part.toString('latin1'), part);
      continue;
    }
    const below = walk(place);
    const prefix = part.length === 0 ? part : Buffer.concat([part, SLASH]);
    for (const file of below.files) {
      const path = Buffer.concat([prefix, file]);
      files.set(path.toString('latin1'), path);
    }
    const shown = prefix.toString('utf8');
    leftOut.push(
      ...below.leftOut.map(({ name, what }) => ({ name: { ...name, text: `${shown}${name.text}` }, what })),
    );
  }
  return { files: [...files.values()].toSorted((a, b) => Buffer.compare(a, b)), leftOut };
}

function isFolder(path: Buffer): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw asFileError(error, path.toString('utf8'));
  }
}

export const within = (folder: Buffer, path: Buffer): Buffer =>
  path.length === 0 ? folder : Buffer.concat([folder, SLASH, path]);

function list(folder: Buffer, below: Buffer): Dirent<Buffer>[] {
  const place = within(folder, below);
  try {
    return readdirSync(place, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    throw asFileError(error, place.toString('utf8'));
  }
}
