import { withoutFormula } from '../../evidence/forms/csv-cell.ts';
import type { RowFormat } from './event.ts';
import { fitsYears, utcText } from './exact-time.ts';
import { tagList } from './tag-list.ts';

const COLUMNS = 'datetime,timestamp_desc,source,source_long,message,parser,display_name,tag';

/** Commas and every end of a line that some reader knows. */
const BREAKS = /[,\p{Cc}\u2028\u2029]/gu;

/**
 * The table of Plaso's `dynamic` output. It has no quotes: commas and ends of lines become blanks, nothing is `-`. A
 * value that begins like a formula, or with a quote that would swallow the rows behind it, gets an apostrophe.
 */
export const plasoDynamic: RowFormat = {
  begin: `${COLUMNS}\n`,
  holds: fitsYears,
  row: (event, at) =>
    `${[
      utcText(at),
      value(event.meaning),
      value(event.source),
      value(event.sourceLong),
      value(event.message),
      value(event.parser),
      value(event.displayName),
      // Its own commas separate tags elsewhere; here they would be columns.
      value(tagList(event.tags).replaceAll(',', ' ')),
    ].join(',')}\n`,
};

function value(text: string): string {
  const plain = text.replace(BREAKS, ' ').trim();
  if (plain === '' || plain === '-') return '-';
  return plain.startsWith('"') ? `'${plain}` : withoutFormula(plain);
}
