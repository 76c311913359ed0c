import { CaseError } from '../errors.ts';
import { tagsOf } from '../tag.ts';

/**
 * The tags that cells name, one behind the other or as a list in brackets. A word that cannot be a tag becomes one with
 * dashes; what has no letter or digit is none.
 */
export function tagsIn(cells: readonly string[]): string[] {
  const words = cells
    .flatMap((cell) => cell.split(/[,;|\n]/))
    .map((word) => word.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^[-_]+|-+$/g, ''))
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 64));
  return [...new Set(words.flatMap((word) => tagOrNone(word)))];
}

function tagOrNone(word: string): string[] {
  try {
    return tagsOf([word]) ?? [];
  } catch (error) {
    if (error instanceof CaseError) return [];
    throw error;
  }
}
