import { type ExhibitNumber, exhibitLabel } from './exhibit-number.ts';

/** An exhibit, and who registered it. */
export interface Registered {
  /** Hash of its `evidence` entry, hex. */
  readonly entry: string;
  /** The name by which its author was introduced first; a later name would change labels that are printed. */
  readonly author: string;
}

/** The first letters of up to four words of a name, upper case. */
export const initials = (name: string): string =>
  (name.match(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu) ?? []).slice(0, 4).join('').toLocaleUpperCase('en');

/**
 * The labels of exhibits that got the same number in copies made outside Holdfast (product.md): the author's initials
 * follow the number, and, where these do not tell them apart, four digits of the entry's hash: `EV-003-AL-7F3A`.
 * @returns label by entry
 */
export function namesakeLabels(number: ExhibitNumber, namesakes: readonly Registered[]): Map<string, string> {
  const label = exhibitLabel(number);
  if (namesakes.length < 2) return new Map(namesakes.map(({ entry }) => [entry, label]));
  const marked = namesakes.map(({ entry, author }) => ({ entry, mark: initials(author) }));
  return new Map(
    marked.map(({ entry, mark }) => {
      const unique = mark !== '' && marked.filter((other) => other.mark === mark).length === 1;
      const parts = [label, mark, unique ? '' : entry.slice(0, 4).toUpperCase()];
      return [entry, parts.filter((part) => part !== '').join('-')];
    }),
  );
}
