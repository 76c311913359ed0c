/** One value of each entry, out of a few different ones: kept and compared as small numbers. */
export interface Column {
  readonly codes: number[];
  readonly words: string[];
  readonly known: Map<string, number>;
}

export const newColumn = (): Column => ({ codes: [], words: [], known: new Map() });

export function addTo(column: Column, word: string): void {
  let code = column.known.get(word);
  if (code === undefined) {
    code = column.words.push(word) - 1;
    column.known.set(word, code);
  }
  column.codes.push(code);
}

export const wordAt = ({ codes, words }: Column, place: number): string => words[codes[place] ?? -1] ?? '';

/** By code whether a word is wanted. */
export const wantedIn = ({ words }: Column, wanted: (word: string) => boolean): boolean[] =>
  words.map((word) => wanted(word));
