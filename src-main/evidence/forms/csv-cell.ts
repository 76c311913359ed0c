/** What spreadsheets may take for a formula, also behind blanks and in wide forms. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** A text that spreadsheets show and never run: what looks like a formula begins with an apostrophe. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The same as a cell of RFC 4180. */
export function csvCell(text: string): string {
  const safe = withoutFormula(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
