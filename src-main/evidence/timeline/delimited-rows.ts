import type { TableRow } from '../../domain/import/table.ts';

/** Characters of one row; a quote that is never closed would else swallow the whole file. */
const LONGEST_ROW = 1024 * 1024;

/**
 * The rows of a text with delimiters (RFC 4180), each with the line on which it begins: quoted fields with newlines,
 * rows of any width, CRLF, LF or CR. What breaks the rules is a row of its own that says so, as long as its line, and
 * reading goes on behind it: parsers that skip such a row lose its neighbours with it.
 */
export function* delimitedRows(text: string, delimiter: string): Generator<TableRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const end = endOfLine(text, at);
    if (end === at) {
      at = afterBreak(text, end);
      line += 1;
      continue;
    }
    const row = rowAt(text, at, delimiter);
    if (row === null) {
      yield { line, cells: [text.slice(at, Math.min(end, at + LONGEST_ROW))], fault: 'malformed' };
      at = afterBreak(text, end);
      line += 1;
      continue;
    }
    yield { line, cells: row.cells };
    line += row.breaks + 1;
    at = afterBreak(text, row.end);
  }
}

interface Row {
  readonly cells: string[];
  /** Where its line break stands. */
  readonly end: number;
  /** Line breaks inside quotes. */
  readonly breaks: number;
}

/** The row that begins here, or null where it breaks the rules. */
function rowAt(text: string, start: number, delimiter: string): Row | null {
  const cells: string[] = [];
  let breaks = 0;
  for (let at = start; ;) {
    let end: number;
    if (text[at] === '"') {
      end = closingQuote(text, at, start + LONGEST_ROW);
      if (end === -1) return null;
      const cell = text.slice(at + 1, end).replaceAll('""', '"');
      breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
      cells.push(cell);
      end += 1;
    } else {
      end = endOfCell(text, at, delimiter);
      cells.push(text.slice(at, end));
    }
    if (end >= text.length || text[end] === '\n' || text[end] === '\r') return { cells, end, breaks };
    if (text[end] !== delimiter || end - start > LONGEST_ROW) return null;
    at = end + 1;
  }
}

/** The quote that ends a field, which no other follows; -1 where there is none. */
function closingQuote(text: string, open: number, limit: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const c = text[at];
    if (c === delimiter || c === '\n' || c === '\r') return at;
  }
  return text.length;
}

const endOfLine = (text: string, from: number): number => endOfCell(text, from, '\n');

const afterBreak = (text: string, at: number): number =>
  text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
