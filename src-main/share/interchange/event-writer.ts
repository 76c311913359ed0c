import type { Counts, FieldValue, InterchangeFormat, RowFormat, TimelineEvent } from './event.ts';
import { fitText } from './fit-text.ts';
import { plasoDynamic } from './plaso-dynamic.ts';
import { timesketchCsv } from './timesketch-csv.ts';
import { timesketchJsonl } from './timesketch-jsonl.ts';

/** Writes events one by one and counts what it leaves out. */
export interface EventWriter {
  readonly begin: string;
  /** @returns nothing where the event is left out */
  readonly write: (event: TimelineEvent) => string;
  readonly counts: Readonly<Counts>;
}

/** @param fields names of the further columns of a table */
export function eventWriter(format: InterchangeFormat, fields: readonly string[]): EventWriter {
  const { begin, holds, row } = formatNamed(format, fields);
  const counts: Counts = { written: 0, undated: 0, outside: 0, shortened: 0 };
  return {
    begin,
    counts,
    write(event) {
      const { at } = event;
      if (at === null) counts.undated++;
      else if (!holds(at)) counts.outside++;
      else {
        const { event: fitting, shortened } = fitted(event);
        if (shortened) counts.shortened++;
        counts.written++;
        return row(fitting, at);
      }
      return '';
    },
  };
}

function formatNamed(format: InterchangeFormat, fields: readonly string[]): RowFormat {
  switch (format) {
    case 'timesketch-jsonl':
      return timesketchJsonl;
    case 'timesketch-csv':
      return timesketchCsv([...fields, SHORTENED]);
    case 'plaso':
      return plasoDynamic;
  }
}

/** Names the fields of which the beginning stands there only. */
const SHORTENED = 'holdfast_shortened';

/** An empty message would be dropped, and the row with it. */
const NOTHING = '(empty)';

function fitted(event: TimelineEvent): { readonly event: TimelineEvent; readonly shortened: boolean } {
  const shortened: string[] = [];
  const fit = (name: string, value: FieldValue): FieldValue => {
    if (typeof value === 'number') return value;
    if (typeof value !== 'string') return value.map((one) => String(fit(name, one)));
    const { text, shortened: isShorter } = fitText(value);
    if (isShorter && !shortened.includes(name)) shortened.push(name);
    return text;
  };
  const message = String(fit('message', event.message));
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(event.fields)) fields[name] = fit(name, value);
  if (shortened.length > 0) fields[SHORTENED] = shortened;
  return {
    event: {
      ...event,
      message: message.trim() === '' ? NOTHING : message,
      displayName: fitText(event.displayName).text,
      tags: event.tags.map((tag) => fitText(tag).text),
      fields,
    },
    shortened: shortened.length > 0,
  };
}
