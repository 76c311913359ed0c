import { textColumns } from '../../reading/columns.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { RowReader } from '../row-reader.ts';
import { counted } from '../words-of.ts';

/** Scripts that answer, and that hardly anybody calls: what a web shell looks like from outside. */
export interface RarePath {
  readonly kind: 'rare-path';
  readonly line: string;
  /** Paths of programs, such as `.cfm`. */
  readonly scripts: RegExp;
  /** Folders that hold what visitors upload, in which no program belongs. */
  readonly folders: RegExp;
  /** Addresses that call it, at most. */
  readonly callers: number;
  /** Elsewhere: at least so many rows, of which nearly all come from nowhere (no referer) … */
  readonly rows: number;
  /** … and at least this share is POST. */
  readonly posts: number;
}

/** Share of rows without a referer from which on nobody came to it by a link. */
const NO_LINK = 0.9;

export function findRarePaths(rare: RarePath, ground: Ground): Found[] {
  const { line, scripts, folders } = rare;
  const kinds = pathKinds(ground, scripts, folders);
  const post = wordOf(ground, 'method', 'POST');
  const calls = new Map<number, Calls>();
  const reader = ground.reader();
  for (const piece of ground.rows(line).filled()) {
    for (const row of piece) {
      reader.go(row);
      const path = reader.word('path');
      if (kinds[path] === undefined || kinds[path] === 0) continue;
      let known = calls.get(path);
      if (known === undefined) calls.set(path, (known = new Calls(rare.callers)));
      known.add(row, reader, post);
    }
  }
  return [...calls].flatMap(([path, { evidence, addresses, posts, links, isCommon }]) => {
    const { rows } = evidence;
    const isAlone = rows >= rare.rows && posts / rows >= rare.posts && 1 - links / rows >= NO_LINK;
    if (isCommon || (kinds[path] !== IN_FOLDER && !isAlone)) return [];
    const about = ground.nameOf('path', path);
    const detail = `${counted(rows, 'answer')} to ${addresses.size === 1 ? '1 address' : `${addresses.size} addresses`}, ${posts} of them to POST, ${rows - links} without a referer`;
    return [evidence.found(about, ground.lineFor(line, 'path', about), detail)];
  });
}

const SCRIPT = 1;
const IN_FOLDER = 2;

/** What each path is: nothing, a script, or a script in a folder of uploads. */
function pathKinds(ground: Ground, scripts: RegExp, folders: RegExp): Uint8Array {
  const words = ground.view.words[textColumns.indexOf('path')];
  const kinds = new Uint8Array((words?.count ?? 0) + 1);
  for (let number = 1; number < kinds.length; number++) {
    const path = words?.textOf(number) ?? '';
    if (scripts.test(path)) kinds[number] = folders.test(path) ? IN_FOLDER : SCRIPT;
  }
  return kinds;
}

/** Number of a word; 0 where it is not there. */
function wordOf(ground: Ground, column: 'method', text: string): number {
  const words = ground.view.words[textColumns.indexOf(column)];
  for (let number = 1; number <= (words?.count ?? 0); number++) {
    if (words?.textOf(number) === text) return number;
  }
  return 0;
}

class Calls {
  readonly evidence = new Evidence();
  readonly addresses = new Set<number>();
  posts = 0;
  links = 0;
  isCommon = false;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(row: number, reader: RowReader, post: number): void {
    if (this.isCommon) return;
    this.addresses.add(reader.word('address'));
    if (this.addresses.size > this.most) {
      this.isCommon = true;
      this.addresses.clear();
      return;
    }
    this.evidence.add(row, reader.time);
    if (post !== 0 && reader.word('method') === post) this.posts++;
    if (reader.word('referer') !== 0) this.links++;
  }
}
