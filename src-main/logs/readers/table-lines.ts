import type { Buffer } from 'node:buffer';
import { findByte } from '../reading/find.ts';
import type { LineHandler } from '../reading/lines.ts';
import type { LocalTime } from '../reading/local-time.ts';
import type { NamedField, RowSink } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { type Task, taskOf } from './column-uses.ts';
import { CsvColumns, delimiterOf } from './csv-split.ts';
import { MappedRow } from './mapped-row.ts';
import { widthOf } from './viewer-columns.ts';

const NEWLINE = 10;
const RETURN = 13;
/** A quoted value that is longer than this is one whose closing quote is missing. */
const LONGEST_QUOTE = 256 * 1024;

/** What each column of a table is used for, as `taskOf` knows it. */
export type UsesOf = (headings: readonly string[]) => Readonly<Record<string, string>>;

/**
 * Rows of a table with a heading: CSV, TSV and what looks like them. Values in quotes may hold line ends. Where a quote
 * is never closed, each of the lines that it swallowed is read by itself.
 */
export class TableLines implements LineHandler {
  private readonly sink: RowSink;
  private readonly usesOf: UsesOf;
  private readonly mapped: MappedRow;
  private readonly columns = new CsvColumns();
  private delimiter = 0;
  private tasks: readonly (Task | null)[] | null = null;
  private isOpen = false;
  private openBytes = 0;

  /** @param local for times without an offset; null where nobody said the zone */
  constructor(sink: RowSink, usesOf: UsesOf, local: LocalTime | null) {
    this.sink = sink;
    this.usesOf = usesOf;
    this.mapped = new MappedRow(sink, local);
  }

  begins(bytes: Buffer, from: number, to: number): boolean {
    if (this.delimiter === 0 && to > from) this.delimiter = separator(bytes, from, to);
    const goesOn = this.isOpen;
    this.isOpen = this.columns.isOpenBehind(bytes, from, to, this.delimiter, goesOn);
    if (!this.isOpen) this.openBytes = 0;
    else {
      this.openBytes += to - from + 1;
      if (this.openBytes > LONGEST_QUOTE) {
        this.isOpen = false;
        this.openBytes = 0;
      }
    }
    return !goesOn;
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { columns, delimiter } = this;
    columns.split(bytes, from, to, delimiter);
    if (!columns.isOpen) {
      this.record(bytes, from, to, line, offset, flags);
      return;
    }
    this.sink.problem('unbalanced-quotes', line, offset, '');
    let [at, number] = [from, line];
    while (at < to) {
      const newline = findByte(bytes, NEWLINE, at, to);
      const next = newline === -1 ? to : newline + 1;
      let end = newline === -1 ? to : newline;
      if (end > at && bytes[end - 1] === RETURN) end--;
      if (end > at) {
        columns.split(bytes, at, end, delimiter);
        this.record(
          bytes,
          at,
          end,
          number,
          offset + at - from,
          flags | (columns.isOpen ? rowFlags.damaged : 0),
        );
      }
      number++;
      at = next;
    }
  }

  private record(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    const { columns, mapped, sink } = this;
    if (this.tasks === null) {
      this.heading(bytes, from, to);
      return;
    }
    mapped.begin(bytes, from, to, line, offset, flags);
    const { length } = this.tasks;
    if (columns.count !== length) {
      sink.problem('columns', line, offset, `${columns.count} of ${length}`);
      sink.row.flag(rowFlags.damaged);
    }
    const { doubled, ends, starts } = columns;
    const last = Math.min(columns.count, length);
    for (let i = 0; i < last; i++) {
      const task = this.tasks[i];
      if (task === null || task === undefined) continue;
      const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
      if (doubled[i] === 0) mapped.value(task, bytes, start, end);
      else mapped.text(task, bytes.toString('utf8', start, end).replaceAll('""', '"'));
    }
    mapped.finish(line, offset);
  }

  private heading(bytes: Buffer, from: number, to: number): void {
    const text = bytes.toString('utf8', from, Math.min(to, from + 64 * 1024));
    // Excel's own line in front of a heading.
    if (/^"?sep=.$/i.test(text)) return;
    const names = namesOf(text, this.delimiter);
    const uses = this.usesOf(names);
    this.tasks = Array.from({ length: widthOf(names) }, (_, i) => taskOf(uses[names[i] ?? '']));
    this.sink.context(text);
  }
}

/** `sep=;` says it; otherwise the heading shows it. */
function separator(bytes: Buffer, from: number, to: number): number {
  const text = bytes.toString('utf8', from, Math.min(to, from + 64 * 1024));
  const said = /^"?sep=(.)"?$/i.exec(text)?.[1];
  return said === undefined ? delimiterOf(text) : said.charCodeAt(0);
}

/** The headings of a table, without the blanks around them. */
export function namesOf(heading: string, delimiter: number): string[] {
  const separates = String.fromCharCode(delimiter);
  const names = heading.replaceAll(/"((?:[^"]|"")*)"/gs, (_, name: string) =>
    name.replaceAll(separates, ' ').replaceAll('""', '"'),
  );
  return names.split(separates).map((name) => name.trim());
}

/** @param context the heading as it is written */
export function tableFields(bytes: Buffer, context: string): NamedField[] {
  const delimiter = delimiterOf(context);
  const names = namesOf(context, delimiter);
  const columns = new CsvColumns();
  columns.split(bytes, 0, bytes.length, delimiter);
  return Array.from({ length: columns.count }, (_, i) => {
    const value = bytes.toString('utf8', columns.starts[i], columns.ends[i]);
    return {
      name: names[i] ?? `#${i + 1}`,
      value: columns.doubled[i] === 0 ? value : value.replaceAll('""', '"'),
    };
  });
}
