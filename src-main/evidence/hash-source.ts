import type { Sha256Hex } from '../domain/brands.ts';
import { digester } from './digester.ts';
import { type ReadResult, readSource } from './read-source.ts';

export type OtherHash = 'sha1' | 'md5';

export interface Hashes {
  readonly sha256: Sha256Hex;
  readonly sha1?: string;
  readonly md5?: string;
}

export interface Watcher {
  /** Called after each piece with the bytes done since the last call. */
  progress(bytes: number): void;
  /** Throws to stop. */
  check(): void;
}

export interface HashedSource {
  readonly hashes: Hashes;
  readonly read: ReadResult;
  /** The bytes themselves, where they were asked for and no larger than `keepUpTo`. */
  readonly bytes: Buffer | null;
}

/**
 * SHA-256 always (FIPS 180-4), SHA-1 and MD5 on request, all in one pass over the file.
 * @param keepUpTo keep the bytes of a file up to this size; what is kept is exactly what was hashed
 * @throws CaseError as `readSource`
 */
export function hashSource(
  path: Buffer,
  also: readonly OtherHash[],
  keepUpTo: number,
  watcher: Watcher,
): HashedSource {
  const main = digester('sha256');
  const others = also.map((name) => ({ name, hash: digester(name) }));
  const kept: Buffer[] = [];
  let keptSize = 0;
  const read = readSource(path, (piece) => {
    watcher.check();
    main.update(piece);
    for (const { hash } of others) hash.update(piece);
    keptSize += piece.length;
    if (keptSize <= keepUpTo) kept.push(Buffer.from(piece));
    else kept.length = 0;
    watcher.progress(piece.length);
  });
  const hashes: Hashes = {
    sha256: main.digest() as Sha256Hex,
    ...Object.fromEntries(others.map(({ name, hash }) => [name, hash.digest()])),
  };
  return { hashes, read, bytes: keptSize <= keepUpTo ? Buffer.concat(kept) : null };
}
