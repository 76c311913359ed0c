import { chmodSync, closeSync, mkdirSync, openSync, readSync, fstatSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, isAbsolute } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Signatures and offsets: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

function readAt(file: number, length: number, position: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error('the archive ends too early');
  return bytes;
}

function directoryOf(file: number): Buffer {
  const { size } = fstatSync(file);
  const tail = readAt(file, Math.min(size, 22 + 0xffff), Math.max(0, size - 22 - 0xffff));
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endSignature) {
      return readAt(file, tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16));
    }
  }
  throw new Error('this is no zip archive');
}

function write(path: string, packed: Buffer, method: number, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, method === 0 ? packed : inflateRawSync(packed));
  if (mode !== 0) chmodSync(path, mode);
}

/**
 * Unpacks the files of a zip archive that `wanted` names; the others are never written. `rename` gives the path below
 * `folder`. The archive's digest was checked before; a path that climbs out is refused all the same.
 */
export function unzip(archive: string, folder: string, choose: (name: string) => string | undefined): void {
  const file = openSync(archive, 'r');
  try {
    const directory = directoryOf(file);
    let at = 0;
    while (at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature) {
      const nameLength = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      const target = name.endsWith('/') ? undefined : choose(name);
      if (target !== undefined) {
        if (isAbsolute(target) || normalize(target).startsWith('..')) {
          throw new Error(`${name} leads outside`);
        }
        const header = directory.readUInt32LE(at + 42);
        const local = readAt(file, 30, header);
        const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
        const packed = readAt(file, directory.readUInt32LE(at + 20), start);
        const mode = (directory.readUInt32LE(at + 38) >>> 16) & 0o777;
        write(join(folder, target), packed, directory.readUInt16LE(at + 10), mode);
      }
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
  } finally {
    closeSync(file);
  }
}
