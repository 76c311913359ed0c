import * as z from 'zod';
import { type Sha256Hex, isSha256Hex } from '../domain/brands.ts';

/** A file of a folder that was hashed, and how it looked then: enough not to read it again after a kill. */
export interface HashedFile {
  /** Relative to the folder; bytes of the file system. */
  readonly path: Buffer;
  /** `fileIdentity` behind the last byte. */
  readonly identity: string;
  readonly sha256: Sha256Hex;
  readonly size: number;
  /** It changed while it was read. */
  readonly changed: boolean;
}

/** Key of a path in a map: latin1 maps bytes one to one, so that names in any encoding stay apart. */
export const pathKey = (path: Buffer): string => path.toString('latin1');

const rowSchema = z.tuple([
  z.string(),
  z.string(),
  z.custom<Sha256Hex>((value) => typeof value === 'string' && isSha256Hex(value)),
  z.int().min(0),
  z.boolean(),
]);

/** A batch of files as JSON. */
export const hashedFilesText = (files: readonly HashedFile[]): string =>
  JSON.stringify(
    files.map(({ path, identity, sha256, size, changed }) => [
      pathKey(path),
      identity,
      sha256,
      size,
      changed,
    ]),
  );

/** The files of some batches by `pathKey`; a text that is none of ours stands for nothing. */
export function hashedFilesIn(texts: readonly string[]): ReadonlyMap<string, HashedFile> {
  const files = new Map<string, HashedFile>();
  for (const text of texts) {
    for (const [key, identity, sha256, size, changed] of rowsIn(text)) {
      files.set(key, { path: Buffer.from(key, 'latin1'), identity, sha256, size, changed });
    }
  }
  return files;
}

function rowsIn(text: string): z.infer<typeof rowSchema>[] {
  try {
    return z.array(rowSchema).parse(JSON.parse(text));
  } catch {
    // What cannot be understood is hashed again.
    return [];
  }
}
