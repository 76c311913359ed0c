/**
 * Exhibit numbers are series + number (product.md): the original writes EV-001; every copy gets its own
 * letters when it is made, so two laptops never print the same label.
 */
export interface ExhibitNumber {
  readonly series: string;
  readonly number: number;
}

/** `EV-001`, in a copy of series B `EV-B001`. */
export const exhibitLabel = (exhibit: ExhibitNumber): string =>
  `EV-${exhibit.series}${String(exhibit.number).padStart(3, '0')}`;

/** A label as people type it; `mark` is what stands behind the number of an exhibit that has a namesake. */
export interface TypedLabel extends ExhibitNumber {
  readonly mark: string;
}

/** Reads a label as people type it: `EV-1`, `ev-001`, `EV-B12`, `EV-003-AL`. */
export function parseExhibitLabel(text: string): TypedLabel | null {
  const match = /^EV-([A-Z]*)(\d{1,9})((?:-[\p{L}\p{N}]{1,4}){0,2})$/u.exec(text.trim().toUpperCase());
  if (match === null) return null;
  return { series: match[1] ?? '', number: Number(match[2]), mark: match[3] ?? '' };
}

/**
 * The letters of the next copy made from a file of series `own`: of the original B, C … Y, then ZA, ZB …; of
 * a copy of series B: BA, BB …. Z only continues, never ends, so no chain of copies spells another's letters;
 * A alone is never used, because it would read as the original.
 * @param made how many copies this file has made already
 */
export function nextSeries(own: string, made: number): string {
  const index = own === '' ? made + 1 : made;
  return own + 'Z'.repeat(Math.floor(index / 25)) + String.fromCharCode(65 + (index % 25));
}

/** Whether a series was given by a file of series `own` itself, not by one of its copies or its original. */
export function isGivenBy(own: string, made: string): boolean {
  return made.startsWith(own) && /^Z*[A-Y]$/.test(made.slice(own.length));
}
