import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A text that no file and no process may give away. */
export interface Canary {
  /** What it stands for: title, note, draft, passphrase. */
  readonly name: string;
  readonly text: string;
}

/** A random text that is a plausible note, file name and passphrase: letters and digits only. */
export const canary = (name: string): Canary => ({
  name,
  text: `canary${name.replace(/\W/gu, '')}${randomBytes(12).toString('hex')}`,
});

/** Where one was found. */
export interface Hit {
  readonly canary: string;
  /** `utf-8`, `utf-16le`, `base64` or `name`. */
  readonly as: string;
  readonly place: string;
}

interface Pattern {
  readonly canary: string;
  readonly as: string;
  readonly bytes: Buffer;
}

/** The ways a text is found: as it is, as UTF-16, and inside base64 at each of the three alignments. */
function patternsOf(canaries: readonly Canary[]): Pattern[] {
  return canaries.flatMap(({ name, text }) => [
    { canary: name, as: 'utf-8', bytes: Buffer.from(text, 'utf8') },
    { canary: name, as: 'utf-16le', bytes: Buffer.from(text, 'utf16le') },
    ...[0, 1, 2].flatMap((shift) =>
      (['base64', 'base64url'] as const).map((as) => {
        const coded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, 'utf8')]).toString(as);
        // Digits that neighbours of the text have a part in are left out.
        const from = shift === 0 ? 0 : shift + 1;
        const whole = Math.floor(((shift + Buffer.byteLength(text)) * 8) / 6);
        return { canary: name, as, bytes: Buffer.from(coded.slice(from, whole), 'latin1') };
      }),
    ),
  ]);
}

const PIECE = 1024 * 1024;

/** Searches every file below some folders, and the names of the files. @param except files that were asked for */
export function searchFiles(
  folders: readonly string[],
  canaries: readonly Canary[],
  except: readonly string[] = [],
): Hit[] {
  const patterns = patternsOf(canaries);
  const allowed = new Set(except);
  return folders.flatMap((folder) =>
    filesBelow(folder)
      .filter((path) => !allowed.has(path))
      .flatMap((path) => [
        ...canaries
          .filter(({ text }) => path.includes(text))
          .map(({ name }) => ({ canary: name, as: 'name', place: path })),
        ...searchFile(path, patterns),
      ]),
  );
}

function filesBelow(folder: string): string[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function searchFile(path: string, patterns: readonly Pattern[]): Hit[] {
  const longest = Math.max(...patterns.map(({ bytes }) => bytes.length));
  const hits = new Map<string, Hit>();
  const buffer = Buffer.alloc(PIECE + longest);
  let kept = 0;
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // A file that went away while its folder was read holds nothing any more.
    return [];
  }
  try {
    for (;;) {
      const got = readSync(file, buffer, kept, PIECE, null);
      if (got === 0) break;
      const piece = buffer.subarray(0, kept + got);
      for (const { canary: name, as, bytes } of patterns) {
        if (piece.includes(bytes)) hits.set(`${name} ${as}`, { canary: name, as, place: path });
      }
      // A text may lie across two pieces.
      kept = Math.min(longest, piece.length);
      piece.copy(buffer, 0, piece.length - kept);
    }
  } finally {
    closeSync(file);
  }
  return [...hits.values()];
}

/** A process and all that it started, as far as they still run. */
export function processTree(root: number): number[] {
  const tree = [root];
  for (const pid of tree) {
    for (const thread of threadsOf(pid)) {
      const children = readProc(pid, `task/${thread}/children`).toString('latin1').trim();
      if (children !== '') tree.push(...children.split(' ').map(Number));
    }
  }
  return tree;
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It ended meanwhile.
    return [];
  }
}

/**
 * Searches environment and command line of processes.
 * @param asGiven what the caller itself gave to the first of them: its own words are not given away by it
 */
export function searchProcesses(
  pids: readonly number[],
  canaries: readonly Canary[],
  asGiven: readonly string[] = [],
): Hit[] {
  const patterns = patternsOf(canaries);
  return pids.flatMap((pid, i) =>
    ['environ', 'cmdline'].flatMap((file) => {
      const words = readProc(pid, file).toString('latin1').split('\0');
      const given =
        i === 0 ? new Set(asGiven.map((word) => Buffer.from(word).toString('latin1'))) : new Set();
      const rest = Buffer.from(words.filter((word) => !given.has(word)).join('\0'), 'latin1');
      return patterns
        .filter(({ bytes }) => rest.includes(bytes))
        .map(({ canary: name, as }) => ({ canary: name, as, place: `/proc/${pid}/${file}` }));
    }),
  );
}

function readProc(pid: number, file: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/${file}`);
  } catch {
    // The process ended meanwhile.
    return Buffer.alloc(0);
  }
}
