/** What can stand in the place of the word before the caret. */
export interface Suggestion {
  /** What is put in, a space behind it. */
  readonly insert: string;
  readonly hint: string;
}

/** The word that is being typed: where it begins, and its text. */
export interface OpenWord {
  readonly from: number;
  readonly text: string;
}

const MARKED = /(?:^|[\s([,;])((?:@|#|ev-?)[^\s@#]*)$/iu;

/** The word before the caret where it begins with `@`, `#` or `EV`; null anywhere else. */
export function openWord(text: string, caret: number): OpenWord | null {
  // A caret in the middle of a word corrects it: nothing is offered there.
  if (/^\S/.test(text.slice(caret))) return null;
  const word = MARKED.exec(text.slice(0, caret))?.[1];
  return word === undefined ? null : { from: caret - word.length, text: word };
}

export interface Offers {
  /** Labels and titles of exhibits, the newest first. */
  readonly exhibits: readonly { readonly exhibit: string; readonly title: string }[];
  /** Tags of the case, the most used first. */
  readonly tags: readonly string[];
  /** Ways to write a time, with what they mean. */
  readonly times: readonly Suggestion[];
}

const SHOWN = 6;

/** What fits the word that is being typed; nothing where it is finished already. */
export function suggestionsFor(
  word: OpenWord | null,
  { exhibits, tags, times }: Offers,
): readonly Suggestion[] {
  if (word === null) return [];
  const typed = word.text.toLowerCase();
  const fits = (insert: string): boolean =>
    insert.toLowerCase().startsWith(typed) && insert.toLowerCase() !== typed;
  const all: readonly Suggestion[] = typed.startsWith('@')
    ? times
    : typed.startsWith('#')
      ? tags.map((tag) => ({ insert: `#${tag}`, hint: '' }))
      : exhibits.map(({ exhibit, title }) => ({ insert: exhibit, hint: title }));
  return all.filter(({ insert }) => fits(insert)).slice(0, SHOWN);
}

/** The text with the suggestion in the place of the word, and where the caret stands then. */
export function completed(
  text: string,
  word: OpenWord,
  { insert }: Suggestion,
): { readonly text: string; readonly caret: number } {
  const end = word.from + word.text.length;
  const rest = text.slice(end);
  const before = `${text.slice(0, word.from)}${insert}${/^\s/.test(rest) ? '' : ' '}`;
  return { text: before + rest, caret: before.length };
}
