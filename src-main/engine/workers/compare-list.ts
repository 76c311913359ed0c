import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { sizeText } from '../../domain/size-text.ts';
import { type Candidate, type LineResult, compareList } from '../../evidence/lists/compare-list.ts';
import { type ListFormat, type ListProblem, isProblem } from '../../evidence/lists/list-line.ts';
import { readList } from '../../evidence/lists/read-list.ts';
import { sha256sumLine } from '../../evidence/lists/sha256sum.ts';
import { readSource } from '../../evidence/read-source.ts';
import { serve } from '../worker-serve.ts';

/** An exhibit as far as a list may name it. */
export interface ListedExhibit extends Omit<Candidate, 'inside'> {
  /** Of a folder: the files in it, as `sha256sum` prints them. */
  readonly manifest: string | null;
}

export interface CompareRequest {
  /** Bytes of the list's path. */
  readonly path: Uint8Array;
  readonly exhibits: readonly ListedExhibit[];
}

export interface Compared {
  readonly format: ListFormat;
  /** Of the list itself. */
  readonly sha256: string;
  readonly results: readonly LineResult[];
  readonly problems: readonly ListProblem[];
  /** Files of each exhibit that is a folder. */
  readonly filesOf: ReadonlyMap<string, number>;
}

/** Bytes: some hundred thousand lines. */
const LARGEST = 64 * 1024 * 1024;

serve<CompareRequest, Compared>(({ path, exhibits }) => {
  const raw = Buffer.from(path);
  const shown = raw.toString('utf8');
  const pieces: Buffer[] = [];
  let size = 0;
  readSource(raw, (piece) => {
    size += piece.length;
    if (size > LARGEST) {
      throw new CaseError('too-large', {
        what: `The list ${shown}`,
        limit: sizeText(LARGEST),
        remedy: 'Compare it in parts.',
      });
    }
    pieces.push(Buffer.from(piece));
  });
  const bytes = Buffer.concat(pieces);
  const list = readList(basename(shown), bytes);
  if (list.files.length === 0) {
    const [first] = list.problems;
    const why = first === undefined ? 'it has no lines' : `line ${first.line}: ${first.reason}`;
    throw new CaseError('wrong-use', {
      reason: `${shown} is no list of hashes that is known (${why}). Lists of sha256sum, hashdeep and BagIt are.`,
    });
  }
  const filesOf = new Map<string, number>();
  const candidates = exhibits.flatMap(({ manifest, ...own }): Candidate[] => {
    if (manifest === null) return [{ ...own, inside: false }];
    const files = filesIn(own.exhibit, manifest);
    filesOf.set(own.exhibit, files.length);
    return files;
  });
  return {
    format: list.format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    results: compareList(list.files, candidates),
    problems: list.problems,
    filesOf,
  };
});

function filesIn(exhibit: string, manifest: string): Candidate[] {
  return manifest.split('\n').flatMap((text, i) => {
    const file = sha256sumLine({ line: i + 1, text });
    return isProblem(file) ? [] : [{ exhibit, path: file.name, hashes: file.hashes, inside: true }];
  });
}
