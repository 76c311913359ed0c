/**
 * Characters that change how the text around them is shown, or are not shown at all. In a file name or a note
 * they can make `exe.gpj` read as `jpg.exe`, so they are written out (design §6 "Very long").
 */
const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;
const LINE_MARKS = /[\t\n]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function mark(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Free text with hidden characters written out; line breaks and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(HIDDEN, mark).replace(LONE_SURROGATE, mark);
}

/** A name (file, person, case) with every hidden character written out, line breaks too. */
export function visibleName(name: string): string {
  return name.replace(LINE_MARKS, mark).replace(HIDDEN, mark).replace(LONE_SURROGATE, mark);
}
