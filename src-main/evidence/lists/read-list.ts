import { bagitAlgorithm, bagitLine } from './bagit.ts';
import { bsdLine, isBsdLine } from './bsd.ts';
import { decodeList } from './decode-list.ts';
import { hashdeepLines, isHashdeep } from './hashdeep.ts';
import { type ListFormat, type ListLine, type ListProblem, type ListedFile, isProblem } from './list-line.ts';
import { sha256sumLine } from './sha256sum.ts';

export interface HashList {
  readonly format: ListFormat;
  readonly files: readonly ListedFile[];
  readonly problems: readonly ListProblem[];
}

/**
 * Reads a list of hashes. Empty lines and comments (`#`, `;`) are passed over; every other line gives a file or a
 * problem.
 * @param fileName of the list: a BagIt manifest says by it which hash it holds
 */
export function readList(fileName: string, bytes: Uint8Array): HashList {
  const lines = decodeList(bytes);
  if (isHashdeep(lines)) return listOf('hashdeep', hashdeepLines(lines));
  const own = lines.filter(({ text }) => !/^[#;]/.test(text));
  const algorithm = bagitAlgorithm(fileName);
  if (algorithm !== null) {
    return listOf(
      'bagit',
      own.map((line) => bagitLine(line, algorithm)),
    );
  }
  // Both forms may stand in one file.
  const read = own.map((line) => (isBsdLine(line.text) ? bsdLine(line) : sha256sumLine(line)));
  const [first] = own;
  return listOf(first !== undefined && isBsdLine(first.text) ? 'bsd' : 'sha256sum', read);
}

function listOf(format: ListFormat, lines: readonly ListLine[]): HashList {
  return {
    format,
    files: lines.filter((line): line is ListedFile => !isProblem(line)),
    problems: lines.filter((line) => isProblem(line)),
  };
}
