/** Around every text, so that what is not ours stands without them. */
const OPEN = '⟦';
const CLOSE = '⟧';
/** Words of other languages are longer: vowels are doubled, which makes a text about a third longer. */
const longer = (text: string): string => text.replace(/[aeiou]/giu, '$&$&');

const pseudoText = (text: string): string => (/\p{L}/u.test(text) ? `${OPEN}${longer(text)}${CLOSE}` : text);

/** Names of parts that are no text but stand among texts: a value of a choice. */
const VALUES: ReadonlySet<string> = new Set(['value']);

function pseudoPart(part: unknown, name: string): unknown {
  if (typeof part === 'string') return VALUES.has(name) ? part : pseudoText(part);
  if (typeof part === 'function') {
    const text = part as (...given: readonly unknown[]) => unknown;
    return (...given: readonly unknown[]) => pseudoPart(text(...given), name);
  }
  if (Array.isArray(part)) return part.map((inner) => pseudoPart(inner, name));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, pseudoPart(inner, key)]));
}

/**
 * Texts as a longer language would have them, in brackets: where a screen shows words without brackets, they are not in
 * `strings/`, and where it cuts a text off, another language would be cut off.
 */
export const pseudo = <Texts>(texts: Texts): Texts => pseudoPart(texts, '') as Texts;

/** Only a shell that obeys tests asks for it (shell/test-switches.ts). */
export const isPseudo = (): boolean =>
  typeof location !== 'undefined' && new URLSearchParams(location.search).has('pseudo');
