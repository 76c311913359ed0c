/**
 * What spreadsheets may take for a formula (OWASP, “CSV Injection”), also behind blanks, quotes and apostrophes, and in wide
 * forms. Apostrophes are among them so that the one put in front can be taken away again.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}"'\u2018\u2019\u201C\u201D]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^'*[\t\r\n]/u;

/** What is a number and nothing else stays one. With a plus it may be a telephone number, which would lose it. */
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

const isDangerous = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text);

/** A text that spreadsheets show and never run: what looks like a formula begins with an apostrophe. */
export const withoutFormula = (text: string): string => (isDangerous(text) ? `'${text}` : text);

/** The text that `withoutFormula` was given. */
export const asBefore = (cell: string): string =>
  cell.startsWith("'") && isDangerous(cell.slice(1)) ? cell.slice(1) : cell;

/** A safe text as a cell of RFC 4180. */
export function csvCell(text: string): string {
  const safe = withoutFormula(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
