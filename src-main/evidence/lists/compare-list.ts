import { type Algorithm, type ListedFile, algorithms } from './list-line.ts';

export type Hashes = Readonly<Partial<Record<Algorithm, string>>>;

/** One thing that a list may name: an exhibit, or a file of an exhibit that is a folder. */
export interface Candidate {
  readonly exhibit: string;
  /** Path as the record has it, or a name alone; of a file of a folder, below it. */
  readonly path: string;
  readonly hashes: Hashes;
  /** True for a file of a folder. */
  readonly inside: boolean;
}

export type LineState = 'same' | 'different' | 'not-comparable' | 'not-here';

export interface LineResult {
  readonly line: number;
  readonly name: string;
  readonly hashes: Hashes;
  readonly state: LineState;
  /** What it was compared with. */
  readonly with: readonly Candidate[];
}

/**
 * Compares each file of a list with the record: by its hash first, whatever it is called, then by its name. A name is
 * the same where the paths end alike; of several such exhibits those that no line of the list found by hash count.
 */
export function compareList(files: readonly ListedFile[], candidates: readonly Candidate[]): LineResult[] {
  const byHash = new Map<string, Candidate[]>();
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const name of algorithms) {
      const hash = candidate.hashes[name];
      if (hash !== undefined) push(byHash, `${name}:${hash}`, candidate);
    }
    push(byName, lastName(candidate.path), candidate);
  }
  const found = files.map((file) => {
    const alike = new Set(
      algorithms.flatMap((name) => byHash.get(`${name}:${file.hashes[name] ?? ''}`) ?? []),
    );
    return [...alike].filter((candidate) => agree(file.hashes, candidate.hashes) === true);
  });
  const settled = new Set(found.flat());
  return files.map((file, i) => {
    const same = found[i] ?? [];
    const { line, name, hashes } = file;
    if (same.length > 0) return { line, name, hashes, state: 'same', with: same };
    const named = closest(
      name,
      (byName.get(lastName(name)) ?? []).filter((one) => !settled.has(one)),
    );
    const other = named.filter((one) => agree(hashes, one.hashes) === false);
    const state = other.length > 0 ? 'different' : named.length > 0 ? 'not-comparable' : 'not-here';
    return { line, name, hashes, state, with: other.length > 0 ? other : named };
  });
}

/** Whether all hashes that both have are equal; null where they have none in common. */
function agree(a: Hashes, b: Hashes): boolean | null {
  const common = algorithms.filter((name) => a[name] !== undefined && b[name] !== undefined);
  return common.length === 0 ? null : common.every((name) => a[name] === b[name]);
}

/** Those whose path shares the most names with this one, counted from the end. */
function closest(name: string, candidates: readonly Candidate[]): Candidate[] {
  const own = names(name);
  const shared = candidates.map((candidate) => {
    const other = names(candidate.path);
    let n = 0;
    while (n < own.length && n < other.length && own.at(-1 - n) === other.at(-1 - n)) n += 1;
    return n;
  });
  const most = Math.max(0, ...shared);
  return candidates.filter((_, i) => shared[i] === most);
}

/** Lists are written on all systems: both slashes part names. */
const names = (path: string): string[] => path.split(/[/\\]/).filter((name) => name !== '' && name !== '.');
const lastName = (path: string): string => names(path).at(-1) ?? path;

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
