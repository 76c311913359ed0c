import type { ColumnUse } from './column-uses.ts';

/**
 * The columns of a list that the Windows viewer has saved as CSV, by the names that it gives them in English and
 * German. Times in it are local and have no zone; the message stands in one more column without a heading and spans
 * lines. The reader of tables uses this, and asks for the zone.
 */
const NAMES: Readonly<Record<string, ColumnUse | null>> = {
  level: 'level',
  ebene: 'level',
  'date and time': 'time',
  'datum und uhrzeit': 'time',
  source: 'provider',
  quelle: 'provider',
  'event id': 'event',
  'ereignis-id': 'event',
  'task category': null,
  aufgabenkategorie: null,
  keywords: null,
  schlüsselwörter: null,
};

/**
 * Which column is which, by its heading, or null where the heading is not that of the viewer.
 * @param heading as it stands in the first line
 */
export function viewerColumns(heading: readonly string[]): Readonly<Record<string, ColumnUse>> | null {
  const found: Record<string, ColumnUse> = {};
  for (const name of heading) {
    const known = NAMES[name.replace('\ufeff', '').trim().toLowerCase()];
    if (known === undefined && name !== '') return null;
    if (known !== undefined && known !== null) found[name] = known;
  }
  const columns = Object.values(found);
  return columns.includes('time') && columns.includes('event') ? found : null;
}

/** How many values a row has: the message of the viewer is one more than its headings. */
export const widthOf = (headings: readonly string[]): number =>
  headings.length + (viewerColumns(headings) === null ? 0 : 1);
