import { type Stats, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';

/** How a file looked at one moment. */
export interface Look {
  readonly size: number;
  /** ms since 1970 UTC. */
  readonly modified: number;
}

export interface ReadResult {
  /** Bytes that were read, and therefore hashed. */
  readonly size: number;
  readonly before: Look;
  readonly after: Look;
  /** `fileIdentity` behind the last byte. */
  readonly identity: string;
}

/**
 * A file at one moment: device, number, size, time of its last change, and the time that nobody can set (ctime).
 * Equal = the same bytes to us.
 */
export const fileIdentity = ({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string =>
  `${dev}/${ino}/${size}/${mtimeMs}/${ctimeMs}`;

/** 1 MiB: reads of 64 KiB reach less than half of the rate. One for all files: making room takes its time, too. */
const shared = Buffer.alloc(1024 * 1024);

export interface ReadOptions {
  /** Where the next piece goes; what it returns is filled as far as the file goes. */
  readonly room?: () => Uint8Array;
  /** Go on where another process stopped: the byte, and how the file looked when that one began. */
  readonly from?: { readonly offset: number; readonly before: Look };
  /** Told how the file looked when it was opened. */
  readonly opened?: (look: Look) => void;
}

/**
 * Reads an original from start to end, read-only, up to the size it had when it was opened: a log that keeps
 * growing must not keep us for ever, and what was hashed has a definite length.
 * @param path bytes of the path as the file system has them
 * @param take is given each piece; the buffer is used again afterwards
 * @throws CaseError `file-missing`, `permission-denied`, `not-a-file`, `vanished`, `io-error`
 */
export function readSource(
  path: Buffer,
  take: (piece: Uint8Array) => void,
  { room = () => shared, from, opened: tell }: ReadOptions = {},
): ReadResult {
  const shown = path.toString('utf8');
  let file: number | undefined;
  try {
    // A pipe would block for ever when opened, so it is refused by its kind first, and O_NONBLOCK guards the
    // moment between the two.
    refuseSpecial(statSync(path), shown);
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const opened = fstatSync(file);
    refuseSpecial(opened, shown);
    const before = from?.before ?? { size: opened.size, modified: opened.mtimeMs };
    tell?.(before);
    let size = from?.offset ?? 0;
    for (let ended = false; !ended && size < before.size;) {
      const buffer = room();
      const wanted = Math.min(buffer.length, before.size - size);
      let filled = 0;
      while (filled < wanted) {
        const got = readSync(file, buffer, filled, wanted - filled, size + filled);
        if (got === 0) break;
        filled += got;
      }
      ended = filled < wanted;
      size += filled;
      if (filled > 0) take(buffer.subarray(0, filled));
    }
    const closed = fstatSync(file);
    return {
      size,
      before,
      after: { size: closed.size, modified: closed.mtimeMs },
      identity: fileIdentity(closed),
    };
  } catch (error) {
    throw asFileError(error, shown);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Whether the file was another one at the end than at the start. */
export const changedWhileRead = ({ size, before, after }: ReadResult): boolean =>
  size !== before.size || before.size !== after.size || before.modified !== after.modified;

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  isCharacterDevice(): boolean;
  isBlockDevice(): boolean;
}

function refuseSpecial(stat: Kind, path: string): void {
  if (!stat.isFile()) throw new CaseError('not-a-file', { path, what: kindName(stat) });
}

/** What stands at a path that is not an ordinary file, in words. */
function kindName(stat: Kind): string {
  if (stat.isDirectory()) return 'a folder';
  if (stat.isFIFO()) return 'a pipe (FIFO)';
  if (stat.isSocket()) return 'a socket';
  if (stat.isCharacterDevice() || stat.isBlockDevice()) return 'a device';
  return 'a special file';
}
