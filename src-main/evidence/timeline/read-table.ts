import { extname } from 'node:path';
import type { Table } from '../../domain/import/table.ts';
import { encodingOf } from '../lists/decode-list.ts';
import { readAurora } from './read-aurora.ts';
import { readDelimited } from './read-delimited.ts';
import { readLines } from './read-lines.ts';

/** The parser takes text; a mark at its start says nothing about the first column. */
const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/**
 * A timeline in whatever it was kept: CSV, TSV, JSON lines of Timesketch, a case of Aurora.
 * @param name the file's name, whose ending decides between comma and tab where the first line does not
 * @returns null where it is none of these
 */
export function readTable(name: string, bytes: Uint8Array): Table | null {
  const text = withoutMark(new TextDecoder(encodingOf(bytes)).decode(bytes));
  const start = text.slice(0, 4096).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return readAurora(text) ?? readLines(text);
  // No text has such bytes: a picture, a workbook, an archive.
  if (start.includes('\0') || start === '') return null;
  return readDelimited(text, extname(name).toLowerCase() === '.tsv');
}
