import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asFileError } from '../../domain/file-error.ts';
import { encodedPath } from '../../evidence/lists/bagit-path.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';

/** A file of a bag. */
export interface BagFile {
  /** Relative to the bag, with `/` between names. */
  readonly path: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** A text of the payload that is written piece by piece. */
export interface BagText {
  write(text: string): void;
  /** Makes it durable and takes it into the manifest. */
  end(): BagFile;
}

/** Lists the files that list the payload. */
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** What lies directly in a bag of ours. */
export const BAG_CONTENT: ReadonlySet<string> = new Set([
  'data',
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  TAG_MANIFEST,
]);

/** A bag (RFC 8493) that is being written. Nothing of it has its name yet; whoever made it removes it where it fails. */
export class BagFolder {
  readonly #folder: string;
  readonly #payload: BagFile[] = [];

  /** @throws CaseError of the file system */
  constructor(folder: string) {
    this.#folder = folder;
    guarded(folder, () => mkdirSync(folder, { mode: 0o700 }));
    this.place('data');
  }

  /** Where a file of the payload goes; its folder is there. */
  place(path: string): string {
    const at = join(this.#folder, path);
    guarded(at, () => mkdirSync(dirname(at), { recursive: true, mode: 0o700 }));
    return at;
  }

  /** A file that somebody else wrote at its place. */
  take(file: BagFile): void {
    this.#payload.push(file);
  }

  /** A file that is not to be in it after all, with the folder that was made for it. */
  drop(path: string): void {
    const folder = dirname(join(this.#folder, path));
    guarded(folder, () => rmSync(folder, { recursive: true, force: true }));
  }

  text(path: string): BagText {
    const text = textFile(this.place(path), path);
    return {
      write: (part) => text.write(part),
      end: () => {
        const file = text.end();
        this.#payload.push(file);
        return file;
      },
    };
  }

  get payload(): { readonly files: number; readonly bytes: number } {
    return { files: this.#payload.length, bytes: this.#payload.reduce((sum, { size }) => sum + size, 0) };
  }

  /**
   * Writes what makes it a bag.
   * @param info lines of bag-info.txt
   * @returns the file that fixes all others by their hashes
   */
  finish(info: readonly string[]): BagFile {
    const tags = [
      this.#tag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      this.#tag('bag-info.txt', info.map((line) => `${line}\n`).join('')),
      this.#tag('manifest-sha256.txt', manifestText(this.#payload)),
    ];
    const last = this.#tag(TAG_MANIFEST, manifestText(tags));
    syncFolders(this.#folder);
    return last;
  }

  #tag(path: string, content: string): BagFile {
    const file = textFile(join(this.#folder, path), path);
    file.write(content);
    return file.end();
  }
}

const manifestText = (files: readonly BagFile[]): string =>
  files
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
    .map(({ sha256, path }) => `${sha256}  ${encodedPath(path)}\n`)
    .join('');

function textFile(at: string, path: string): BagText {
  const hash = createHash('sha256');
  const file = guarded(at, () => openSync(at, 'wx', 0o600));
  let size = 0;
  return {
    write(text) {
      const bytes = Buffer.from(text.toWellFormed());
      hash.update(bytes);
      size += bytes.length;
      guarded(at, () => {
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      });
    },
    end() {
      guarded(at, () => fsyncSync(file));
      closeSync(file);
      return { path, size, sha256: hash.digest('hex') };
    },
  };
}

/** Makes the names durable, from the innermost folder out. */
function syncFolders(folder: string): void {
  for (const entry of guarded(folder, () => readdirSync(folder, { withFileTypes: true }))) {
    if (entry.isDirectory()) syncFolders(join(folder, entry.name));
  }
  syncFolder(folder);
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, path);
  }
}
