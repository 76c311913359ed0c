import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexBuilder, loadWords } from '../../../src-main/logs/index/builder.ts';
import { IndexView } from '../../../src-main/logs/index/index-view.ts';
import type { Given, LogReader } from '../../../src-main/logs/reading/reader.ts';
import { compile } from '../../../src-main/logs/search/compile.ts';
import { readQuery } from '../../../src-main/logs/search/query.ts';
import { SearchRun } from '../../../src-main/logs/search/search-run.ts';
import { textOf } from '../../../src-main/logs/search/shown-row.ts';
import type { WritableDb } from '../../../src-main/store/db.ts';
import { openLogIndex } from '../../../src-main/store/log-index/open.ts';
import { nothingGiven } from './read.ts';

export const indexKey = Buffer.alloc(32, 7);

export interface TestIndex {
  readonly path: string;
  readonly db: WritableDb;
  add(name: string, reader: LogReader, bytes: Uint8Array | string, given?: Partial<Given>): void;
  view(): IndexView;
  end(): void;
}

/** A real index in a scratch folder. */
export function testIndex(): TestIndex {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-index-'));
  const path = join(folder, 'a.holdfast-index');
  const db = openLogIndex(path, indexKey);
  return {
    path,
    db,
    add(exhibit, reader, bytes, given = {}) {
      const source = { exhibit, member: '', reader: reader.id, given: '{}' };
      const builder = new IndexBuilder(db, loadWords(db), source);
      const run = reader.open({ ...nothingGiven, ...given }, builder);
      run.feed(Buffer.from(bytes));
      run.end();
      builder.finish(bytes.length);
    },
    view: () => new IndexView(db),
    end() {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Raw texts of the rows that a search finds, in its order. */
export function search(
  view: IndexView,
  line: string,
  limits: { readonly since?: number; readonly until?: number; readonly reader?: LogReader } = {},
): string[] {
  const { since = null, until = null, reader } = limits;
  const condition = compile(readQuery(line), view, {
    fieldsOf: (_, raw, context) => reader?.fields(raw, context) ?? [],
    sourcesNamed: (text) =>
      new Set(view.sources.filter(({ exhibit }) => exhibit === text).map(({ id }) => id)),
  });
  const run = new SearchRun(view, { condition, since, until, offsetOf: () => 0 });
  run.go(() => false);
  return run.found.slice(0, run.found.length).map((row) => rawOf(view, row));
}

export function rawOf(view: IndexView, row: number): string {
  const segment = view.segmentAt(row);
  return segment === undefined ? '' : textOf(view.rawAt(segment, row - segment.base));
}
