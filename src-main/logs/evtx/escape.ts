/**
 * XML 1.0 §2.2 and §2.4. A record is one line: line breaks are written as character references, in attributes tabs,
 * too (§3.3.3 would make them blanks). Characters that XML cannot hold, and halves of a pair, are written out the way
 * the window does it.
 */
const SPECIAL =
  /[\u0000-\u001F"&<>\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Most texts have none of them, and one look without looking around tells. */
const MAY_BE_SPECIAL = /[\u0000-\u001F"&<>\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/;

export const escapeText = (text: string): string =>
  MAY_BE_SPECIAL.test(text) ? text.replace(SPECIAL, inText) : text;

export const escapeAttribute = (text: string): string =>
  MAY_BE_SPECIAL.test(text) ? text.replace(SPECIAL, inAttribute) : text;

const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

function inAttribute(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return WRITTEN.get(character) ?? `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

const inText = (character: string): string =>
  character === '"' || character === '\t' ? character : inAttribute(character);

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?$/u;

/**
 * XML 1.0 §2.3 and Namespaces §4. What a name cannot hold becomes `_`: a name must not be able to close its own tag.
 */
export const nameText = (name: string): string =>
  NAME.test(name) ? name : name.replace(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^(?![\p{L}_])/u, '_');
