import { createHash } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { asFileError } from '../../domain/file-error.ts';
import { TAG_MANIFEST } from './bag-folder.ts';
import { type BagProblem, type Manifest, manifestKind, pathText, readManifest } from './read-manifest.ts';
import { walkBag } from './walk-bag.ts';

export interface BagFilesCheck {
  readonly files: number;
  readonly bytes: number;
  readonly tagFiles: number;
  readonly algorithms: readonly string[];
  readonly problems: readonly BagProblem[];
  /** SHA-256 of each file that was hashed by it, hex, by path (latin1). */
  readonly sha256: ReadonlyMap<string, string>;
  /** SHA-256 of tagmanifest-sha256.txt, hex: it fixes all other files. Null where there is none. */
  readonly tagManifest: string | null;
  /** Files that are there, by path (latin1). */
  readonly there: ReadonlySet<string>;
}

interface Watch {
  /** Returns when work may go on. @throws CaseError `cancelled` */
  turn(): Promise<void>;
  /** @param bytes of this file so far */
  progress(path: string, bytes: number): void;
}

/** Bytes read at once: about two milliseconds of hashing. */
const PORTION = 1024 * 1024;

/**
 * Checks the files of a bag by its own lists (RFC 8493 §3): that each listed one is there and has its hash, and that no
 * other is in its data folder.
 * @throws CaseError of the file system, `cancelled`
 */
export async function checkBag(folder: string, watch: Watch): Promise<BagFilesCheck> {
  const content = guarded(folder, () => walkBag(folder));
  const there = new Set(content.files);
  const problems: BagProblem[] = [...content.problems];
  const read = (path: string): Buffer => guarded(folder, () => readFileSync(`${folder}/${path}`));
  if (!there.has('bagit.txt')) {
    return nothing(there, 'There is no bagit.txt in this folder: it is no bag, or its head was taken away.');
  }
  if (!/^BagIt-Version: \d+\.\d+\r?\n/u.test(read('bagit.txt').subarray(0, 200).toString('utf8'))) {
    return nothing(there, 'bagit.txt does not begin like that of a bag: it was changed or damaged.');
  }
  const lists: { readonly name: string; readonly of: 'payload' | 'tags'; readonly list: Manifest }[] = [];
  for (const name of there) {
    const kind = name.includes('/') ? null : manifestKind(name);
    if (kind?.algorithm === undefined) continue;
    const { of, algorithm } = kind;
    const list = readManifest(name, read(name), { of, algorithm });
    lists.push({ name, of, list });
    problems.push(...list.problems);
  }
  const payload = lists.filter(({ of }) => of === 'payload');
  if (payload.length === 0) {
    problems.push({
      code: 'manifest-missing',
      message:
        'There is no list of the files with their hashes (manifest-sha256.txt) that this program can read, so none of them can be checked.',
    });
  }
  for (const { name, list } of lists) {
    for (const path of list.files.keys()) {
      if (!there.has(path)) {
        problems.push({
          code: 'file-gone',
          message: `${pathText(path)} is listed in ${name} and is not there: it was taken away, renamed or lost.`,
        });
      }
    }
  }
  const hashed = { files: 0, bytes: 0, tagFiles: 0 };
  const sha256 = new Map<string, string>();
  for (const path of there) {
    const isPayload = path.startsWith('data/');
    const by = lists.filter(({ list }) => list.files.has(path));
    if (isPayload) {
      for (const { name } of payload.filter((list) => !by.includes(list))) {
        problems.push({
          code: 'file-extra',
          message: `${pathText(path)} is in the bag and not listed in ${name}: it was put in later, and nothing vouches for it.`,
        });
      }
    }
    if (by.length === 0) continue;
    const { size, hashes } = await hashesOf(
      folder,
      path,
      by.map(({ list }) => list.algorithm),
      watch,
    );
    if (isPayload) {
      hashed.files += 1;
      hashed.bytes += size;
    } else hashed.tagFiles += 1;
    const own = hashes.get('sha256');
    if (own !== undefined) sha256.set(path, own);
    if (by.some(({ list }) => list.files.get(path) !== hashes.get(list.algorithm))) {
      problems.push({
        code: 'file-changed',
        message: `${pathText(path)} is not the file that was put into the bag: its hash is another one. It was changed, or damaged on the way.`,
      });
    }
  }
  const oxum = there.has('bag-info.txt')
    ? /^Payload-Oxum:\s*(\S+)\s*$/imu.exec(read('bag-info.txt').toString('utf8'))
    : null;
  if (oxum !== null && payload.length > 0 && oxum[1] !== `${hashed.bytes}.${hashed.files}`) {
    problems.push({
      code: 'count-wrong',
      message: `bag-info.txt counts ${oxum[1] ?? ''} (bytes and files), and ${hashed.bytes}.${hashed.files} are there.`,
    });
  }
  return {
    ...hashed,
    algorithms: [...new Set(payload.map(({ list }) => list.algorithm))],
    problems,
    sha256,
    tagManifest: there.has(TAG_MANIFEST)
      ? createHash('sha256').update(read(TAG_MANIFEST)).digest('hex')
      : null,
    there,
  };
}

const nothing = (there: ReadonlySet<string>, message: string): BagFilesCheck => ({
  files: 0,
  bytes: 0,
  tagFiles: 0,
  algorithms: [],
  problems: [{ code: 'bag-unreadable', message }],
  sha256: new Map(),
  tagManifest: null,
  there,
});

async function hashesOf(
  folder: string,
  path: string,
  algorithms: readonly string[],
  watch: Watch,
): Promise<{ readonly size: number; readonly hashes: ReadonlyMap<string, string> }> {
  const at = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, 'latin1')]);
  const digests = [...new Set(algorithms)].map((name) => ({ name, hash: createHash(name) }));
  try {
    // What became a link since it was looked at is not followed, and what became a pipe does not hold us up.
    const file = await open(at, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const portion = Buffer.allocUnsafe(PORTION);
      for (let size = 0; ;) {
        await watch.turn();
        const { bytesRead } = await file.read(portion, 0, PORTION, null);
        if (bytesRead === 0) {
          return { size, hashes: new Map(digests.map(({ name, hash }) => [name, hash.digest('hex')])) };
        }
        for (const { hash } of digests) hash.update(portion.subarray(0, bytesRead));
        size += bytesRead;
        watch.progress(pathText(path), size);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asFileError(error, `${folder}/${pathText(path)}`);
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, path);
  }
}
