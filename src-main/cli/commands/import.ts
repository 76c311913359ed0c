import { type ColumnField, columnFields, isColumnField } from '../../domain/import/column-field.ts';
import { type DateOrder, dateOrders, isDateOrder } from '../../domain/import/date-order.ts';
import { orderText } from '../../domain/import/order-text.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { ImportPreview, NotTaken, TimelineImported } from '../../contract/timeline-import.ts';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { type Register, collect } from '../register.ts';
import { openFor } from '../with-case.ts';

interface ImportOptions {
  readonly map?: string[];
  readonly zone?: string;
  readonly dates?: string;
  readonly preview?: boolean;
  readonly continueOlder?: boolean;
}

/** `import timeline`: what was written down elsewhere becomes part of the record. */
export const importCommands: Register = (program, run) => {
  program
    .command('import')
    .description('take in what was kept elsewhere')
    .command('timeline')
    .argument('<case>')
    .argument('<file>', 'CSV, TSV, Timesketch (CSV, JSONL) or a case file of Aurora')
    .description('each row becomes an entry and the file an exhibit, all or nothing')
    .option(
      '--map <column=field>',
      `read a column as ${columnFields.join(', ')} or -; may be given several times`,
      collect,
    )
    .option('--zone <iana>', 'zone of times that have none of their own')
    .option(
      '--dates <order>',
      `${dateOrders.join(' or ')}: what stands first in dates such as 11/12/2026, where no number over 12 tells it`,
    )
    .option('--preview', 'say what would be imported and write nothing')
    .action(async (casePath: string, file: string, options: ImportOptions) => {
      const { context, jobs } = await run.start();
      const request = requestOf(context.path(file), options);
      if (options.preview === true) {
        await openFor(context, casePath, 'reading');
        const preview = await ask(context, 'timeline.import-preview', request);
        context.output.done(preview, previewLines(preview).join('\n'));
        run.exit(preview.taken === preview.rows ? 0 : 1);
        return;
      }
      await openFor(context, casePath, 'writing', options.continueOlder);
      const started = await ask(context, 'timeline.import', request);
      const imported = (await jobs.result(started)) as TimelineImported;
      const lines = [
        ...imported.dates.map((read) => `${orderText(read)}.`),
        `Imported ${imported.taken} of ${imported.rows} rows; the file is ${imported.exhibit}, sha256 ${imported.sha256}.`,
        ...imported.notTaken.map((row) => notTakenLine(row)),
      ];
      context.output.done(imported, lines.join('\n'));
      run.exit(imported.notTaken.length === 0 ? 0 : 1);
    });
};

function requestOf(path: string, { map, zone, dates }: ImportOptions): RequestOf<'timeline.import'> {
  return {
    path,
    ...(map === undefined ? {} : { columns: map.map((text) => columnGiven(text)) }),
    ...(zone === undefined ? {} : { zone }),
    ...(dates === undefined ? {} : { dates: orderGiven(dates) }),
  };
}

function orderGiven(text: string): DateOrder {
  if (isDateOrder(text)) return text;
  throw new CaseError('wrong-use', {
    reason: `“${text}” is no order of dates. Write ${dateOrders.join(' or ')}.`,
  });
}

/** `COLUMN=FIELD`; a column's name may hold the sign itself. */
function columnGiven(text: string): { name: string; field: ColumnField | null } {
  const at = text.lastIndexOf('=');
  const [name, field] = [text.slice(0, at), text.slice(at + 1)];
  if (at > 0 && field === '-') return { name, field: null };
  if (at > 0 && isColumnField(field)) return { name, field };
  throw new CaseError('wrong-use', {
    reason: `“${text}” is no column with a field. Write COLUMN=FIELD, where the field is ${columnFields.join(', ')}, or - to leave a column out.`,
  });
}

function previewLines(preview: ImportPreview): string[] {
  const { format, rows, taken, columns, shown, notTaken, zone, dates, importedAs } = preview;
  return [
    `${format}, ${rows} rows: ${taken} can be imported, ${rows - taken} cannot.`,
    ...(importedAs === null ? [] : [`It was imported before, as ${importedAs}.`]),
    `Times without a zone: ${zone ?? 'nobody said which'}.`,
    ...dates.map((read) => `${orderText(read)}.`),
    ...columns.map(({ name, field }) => `  ${visibleText(name)} = ${field ?? '-'}`),
    ...shown.flatMap(({ line, taken: row }) =>
      row === null ? [] : [`line ${line}  ${row.occurred.utc}  ${visibleText(row.text)}`],
    ),
    ...notTaken.map((row) => notTakenLine(row)),
  ];
}

const WORDS: Readonly<Record<NotTaken['fault'], string>> = {
  malformed: 'the row breaks the rules of its format',
  'too-many-cells': 'more cells than the header names',
  'too-long': 'a text too long for a line of a timeline',
  'no-time': 'no time',
  'no-date': 'a time without a date',
  'not-understood': 'the time was not understood',
  ambiguous: 'the local time exists twice',
  nonexistent: 'the local time does not exist',
  'no-zone': 'a time without a zone',
  'no-order': 'nobody said whether the day or the month stands first',
  'zone-unknown': 'the zone is not known',
  'no-text': 'no text',
  'not-unicode': 'half of a character',
};

function notTakenLine({ line, fault, typed, choices }: NotTaken): string {
  const which = choices === undefined ? '' : `; it is one of, or between, ${choices.join(' and ')}`;
  return `line ${line}  NOT TAKEN: ${WORDS[fault]}${typed === undefined ? '' : ` (“${visibleText(typed)}”)`}${which}`;
}
