import { type Algorithm, type ListLine, type NumberedLine, algorithmNamed, hashNamed } from './list-line.ts';

const HEAD = '%%%% HASHDEEP-1.0';

export const isHashdeep = (lines: readonly NumberedLine[]): boolean => lines[0]?.text.trimEnd() === HEAD;

/**
 * A file of hashdeep: `%%%% HASHDEEP-1.0`, then `%%%% size,md5,sha256,filename` names the columns; `##` begins a
 * comment. The name is the rest of the line and may hold commas (hashdeep(1), "file format").
 */
export function hashdeepLines(lines: readonly NumberedLine[]): ListLine[] {
  let columns: readonly string[] | null = null;
  const read: ListLine[] = [];
  for (const { line, text } of lines.slice(1)) {
    if (text.startsWith('##')) continue;
    if (text.startsWith('%%%%')) {
      columns = text
        .slice(4)
        .split(',')
        .map((name) => name.trim().toLowerCase());
      if (columns.at(-1) !== 'filename' || columns[0] !== 'size') {
        read.push({ line, reason: 'These are not the columns of hashdeep (size,…,filename).' });
        columns = null;
      }
      continue;
    }
    read.push(
      columns === null
        ? { line, reason: 'No line before it names the columns.' }
        : oneLine(line, text, columns),
    );
  }
  return read;
}

function oneLine(line: number, text: string, columns: readonly string[]): ListLine {
  const cells = text.split(',');
  if (cells.length < columns.length) {
    return { line, reason: `It has ${cells.length} columns instead of ${columns.length}.` };
  }
  const name = cells.slice(columns.length - 1).join(',');
  const hashes: Partial<Record<Algorithm, string>> = {};
  for (const [at, column] of columns.entries()) {
    const algorithm = algorithmNamed(column);
    if (algorithm === undefined) continue;
    const known = hashNamed(algorithm, cells[at] ?? '');
    if (typeof known === 'string') return { line, reason: known };
    hashes[algorithm] = known.hash;
  }
  if (Object.keys(hashes).length === 0) {
    return { line, reason: 'None of its columns is a hash that the record keeps (md5, sha1, sha256).' };
  }
  if (name === '') return { line, reason: 'It names no file.' };
  return { line, name, hashes };
}
