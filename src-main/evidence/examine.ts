import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Sha256Hex } from '../domain/brands.ts';
import { CaseError } from '../domain/errors.ts';
import { type FileName, fileName } from '../domain/file-name.ts';
import { asFileError } from '../domain/file-error.ts';
import { LIMITS } from '../domain/limits.ts';
import { type OtherHash, type Hashes, type Watcher, hashSource } from './hash-source.ts';
import { type ManifestLine, manifestBytes } from './manifest.ts';
import { type Codec, PIECE, pack } from './pack.ts';
import { type HashedFile, pathKey } from './hashed-file.ts';
import { type ReadResult, changedWhileRead, fileIdentity } from './read-source.ts';
import { walk, walkParts, within } from './walk.ts';

export interface Examination {
  readonly path: Buffer;
  /** Of a folder, only these files and folders below it. */
  readonly parts?: readonly Buffer[] | undefined;
  readonly also: readonly OtherHash[];
  /** Keep the packed bytes of a file of one piece; larger ones are kept by `streamSource`. */
  readonly keep: boolean;
  /** The case that is open: reading it here would drop the lock on it when its descriptor is closed (fcntl(2)). */
  readonly caseFile: string | null;
  /** Of a folder, files that an earlier, interrupted job had hashed, by `pathKey`. */
  readonly known?: ReadonlyMap<string, HashedFile> | undefined;
  /** Told each file of a folder once it is hashed. */
  readonly hashed?: ((file: HashedFile) => void) | undefined;
}

/** A file of the evidence folder, and what opens it. */
export interface SealedFile {
  readonly codec: Codec;
  /** Packed bytes. */
  readonly size: number;
  /** Name in the folder. */
  readonly file: string;
  /** Of the sealed file. */
  readonly sha256: Sha256Hex;
  readonly identity: string;
}

/** What there is to know of a file or folder before it enters the record. Plain data: it crosses threads. */
export interface Examined {
  readonly kind: 'file' | 'folder';
  readonly hashes: Hashes;
  /** Bytes that were hashed. */
  readonly size: number;
  /** ms since 1970 UTC; of a file; null where the file has no time that can be written down. */
  readonly modified: number | null;
  readonly changed: { readonly sizeBefore: number; readonly sizeAfter: number; readonly note: string } | null;
  /** The bytes, packed, for the case file. */
  readonly packed: { readonly codec: Codec; readonly bytes: Uint8Array } | null;
  /** The bytes, packed and sealed, in the evidence folder. */
  readonly sealed: SealedFile | null;
  readonly files: number | null;
  readonly manifest: FileName | null;
  readonly leftOut: readonly { readonly name: FileName; readonly what: string }[];
  /** Of a folder, bytes that were known already and not read again. */
  readonly knownBytes?: number;
}

/**
 * Reads and hashes a file or a whole folder.
 * @throws CaseError as `readSource`; of a folder, for its first file that cannot be read
 */
export function examine(request: Examination, watcher: Watcher, total: (bytes: number) => void): Examined {
  const shown = request.path.toString('utf8');
  try {
    const stat = statSync(request.path);
    refuseOwn(stat, request.caseFile);
    if (stat.isDirectory()) return examineFolder(request, watcher, total);
    total(stat.isFile() ? stat.size : 0);
  } catch (error) {
    throw asFileError(error, shown);
  }
  return examineFile(request, watcher);
}

function examineFile({ path, also, keep }: Examination, watcher: Watcher): Examined {
  const { hashes, read, bytes } = stillThere(path, () => hashSource(path, also, keep ? PIECE : -1, watcher));
  return examinedFile(hashes, read, keep && bytes !== null ? pack(bytes) : null, null);
}

/** What is known of a file after reading it. */
export function examinedFile(
  hashes: Hashes,
  read: ReadResult,
  packed: Examined['packed'],
  sealed: SealedFile | null,
): Examined {
  return {
    kind: 'file',
    hashes,
    size: read.size,
    modified: inCalendar(Math.trunc(read.before.modified)),
    changed: changedWhileRead(read)
      ? {
          sizeBefore: read.before.size,
          sizeAfter: read.after.size,
          note: `The hash is of the first ${read.size} bytes.`,
        }
      : null,
    packed,
    sealed,
    files: null,
    manifest: null,
    leftOut: [],
  };
}

function examineFolder(
  { path, parts, also, caseFile, known, hashed }: Examination,
  watcher: Watcher,
  total: (bytes: number) => void,
): Examined {
  const walked = parts === undefined ? walk(path) : walkParts(path, parts);
  const own = ownFiles(caseFile);
  const isOwn = (file: Buffer): boolean => {
    const stat = own.size === 0 ? undefined : statSync(within(path, file), { throwIfNoEntry: false });
    return stat !== undefined && own.has(identityOf(stat));
  };
  const files = walked.files.filter((file) => !isOwn(file));
  const leftOut = [
    ...walked.leftOut,
    ...walked.files.filter(isOwn).map((file) => ({ name: fileName(file), what: 'the open case itself' })),
  ];
  total(files.reduce((sum, file) => sum + sizeOf(within(path, file)), 0));
  const lines: ManifestLine[] = [];
  const changed: string[] = [];
  let size = 0;
  let knownBytes = 0;
  for (const file of files) {
    watcher.check();
    const place = within(path, file);
    const before = stillTheSame(place, known?.get(pathKey(file)));
    const done = before ?? hashedFile(file, place, watcher);
    if (before === undefined) {
      hashed?.(done);
    } else {
      knownBytes += done.size;
      watcher.progress(done.size);
    }
    lines.push({ sha256: done.sha256, path: file });
    size += done.size;
    if (done.changed) changed.push(file.toString('utf8'));
  }
  const manifest = manifestBytes(lines);
  const listed = fileName(manifest);
  if (Buffer.byteLength(JSON.stringify(listed)) > LIMITS.field) {
    throw new CaseError('too-large', {
      what: `The list of the ${files.length} files of ${path.toString('utf8')}`,
      limit: '8 MiB',
      remedy: 'Add its folders one by one, or pack it into one file and add that.',
    });
  }
  return {
    kind: 'folder',
    hashes: {
      sha256: createHash('sha256').update(manifest).digest('hex') as Sha256Hex,
      ...Object.fromEntries(also.map((name) => [name, createHash(name).update(manifest).digest('hex')])),
    },
    size,
    modified: null,
    changed:
      changed.length === 0
        ? null
        : {
            sizeBefore: size,
            sizeAfter: size,
            note: `Changed while read: ${changed.slice(0, 20).join(', ')}`,
          },
    packed: null,
    sealed: null,
    files: files.length,
    manifest: listed,
    leftOut: leftOut.slice(0, 1000),
    knownBytes,
  };
}

function hashedFile(path: Buffer, place: Buffer, watcher: Watcher): HashedFile {
  const { hashes, read } = stillThere(place, () => hashSource(place, [], -1, watcher));
  const { size, identity } = read;
  return { path, identity, sha256: hashes.sha256, size, changed: changedWhileRead(read) };
}

/** What was known of a file, where it looks as it did then. */
function stillTheSame(place: Buffer, known: HashedFile | undefined): HashedFile | undefined {
  if (known === undefined) return undefined;
  try {
    return fileIdentity(statSync(place)) === known.identity ? known : undefined;
  } catch {
    // Reading it will say why.
    return undefined;
  }
}

/** A damaged or forged file time may lie outside the years 0 to 9999 that the record can hold. */
const inCalendar = (ms: number): number | null =>
  ms >= -62_167_219_200_000 && ms <= 253_402_300_799_999 ? ms : null;

/** What was seen a moment ago and is not there any more went away. */
export function stillThere<Result>(path: Buffer, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'file-missing') throw error;
    throw new CaseError('vanished', { path: path.toString('utf8') }, error);
  }
}

/** Reading the open case would drop the lock on it when the descriptor is closed (fcntl(2)). */
export function refuseOwn(stat: Identity, caseFile: string | null): void {
  if (caseFile === null || !ownFiles(caseFile).has(identityOf(stat))) return;
  throw new CaseError('wrong-use', {
    reason: `${caseFile} is the open case itself. Share a copy and add that.`,
  });
}

interface Identity {
  readonly dev: number;
  readonly ino: number;
}

const identityOf = ({ dev, ino }: Identity): string => `${dev}/${ino}`;

function ownFiles(caseFile: string | null): ReadonlySet<string> {
  const stats =
    caseFile === null
      ? []
      : [caseFile, `${caseFile}-journal`].map((path) => statSync(path, { throwIfNoEntry: false }));
  return new Set(stats.flatMap((stat) => (stat === undefined ? [] : [identityOf(stat)])));
}

function sizeOf(path: Buffer): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
