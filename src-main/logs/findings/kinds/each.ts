import { OTHER } from '../../index/words.ts';
import { isPublicAddress } from '../../search/ip-range.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { By } from '../row-reader.ts';

/** Every row of a kind speaks for itself: one finding for each value of a column. */
export interface Each {
  readonly kind: 'each';
  /** In the language of searches. */
  readonly line: string;
  /** What the decoded text of a row must hold, too. */
  readonly pattern?: RegExp;
  /** Only rows in which an address is one of the Internet, or of the machine itself. */
  readonly only?: { readonly column: 'address' | 'destination'; readonly is: 'public' | 'loopback' };
  readonly by: By;
  /** Fewer rows are no finding; 1 where it is not said. */
  readonly atLeast?: number;
}

/** Rows whose text is looked at; a rule that meets more says that it is not complete. */
const MOST_TEXTS = 300_000;

export function findEach(each: Each, ground: Ground): Found[] {
  const { line, pattern, only, by, atLeast = 1 } = each;
  const reader = ground.reader();
  const fits = only === undefined ? null : addressTest(ground, only);
  const groups = new Map<number | null, Evidence>();
  let texts = 0;
  for (const piece of ground.rows(line).filled()) {
    for (const row of piece) {
      reader.go(row);
      if (only !== undefined && fits?.(reader.word(only.column)) !== true) continue;
      if (pattern !== undefined) {
        if (++texts > MOST_TEXTS) {
          ground.isComplete = false;
          break;
        }
        if (!pattern.test(reader.text)) continue;
      }
      evidenceOf(groups, reader.value(by), ground)?.add(row, reader.time);
    }
  }
  return [...groups].flatMap(([key, evidence]) => {
    if (evidence.rows < atLeast) return [];
    const about = key === null ? '' : ground.nameOf(by, key);
    return [evidence.found(about, ground.lineFor(line, key === null ? null : by, about))];
  });
}

/** Values that become findings of their own, before the most frequent are chosen. */
const MOST_GROUPS = 20_000;

function evidenceOf(
  groups: Map<number | null, Evidence>,
  key: number | null,
  ground: Ground,
): Evidence | null {
  const known = groups.get(key);
  if (known !== undefined) return known;
  if (groups.size >= MOST_GROUPS) {
    ground.isComplete = false;
    return null;
  }
  const made = new Evidence();
  groups.set(key, made);
  return made;
}

/** Addresses come again and again: each is understood once. */
function addressTest(ground: Ground, { column, is }: NonNullable<Each['only']>): (word: number) => boolean {
  const known = new Map<number, boolean>();
  return (word) => {
    if (word === 0 || word === OTHER) return false;
    let fits = known.get(word);
    if (fits === undefined) {
      const address = ground.nameOf(column, word);
      fits = is === 'public' ? isPublicAddress(address) : LOOPBACK.test(address);
      known.set(word, fits);
    }
    return fits;
  };
}

const LOOPBACK = /^\[?(?:(?:::ffff:)?127\.\d+\.\d+\.\d+|::1)\]?(?::\d+)?$/i;
