import { basename, isAbsolute, resolve } from 'node:path';
import { entryWithId } from '../../casework/read-entry.ts';
import type { EvidenceCompared } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import { objectField, textField, textIn } from '../../domain/entry.ts';
import { visibleText } from '../../domain/file-name.ts';
import type { LineResult } from '../../evidence/lists/compare-list.ts';
import { algorithms } from '../../evidence/lists/list-line.ts';
import { recordVerification } from '../../evidence/record-verification.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type ExhibitRow, exhibits } from '../../store/queries/exhibit.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { CompareRequest, Compared, ListedExhibit } from '../workers/compare-list.ts';

/**
 * Starts the job that compares a list of hashes with the exhibits. Each exhibit that the list agrees or disagrees with
 * gets a custody event of its own; the bytes themselves are not read again.
 */
export function compare(engine: Engine, given: RequestOf<'evidence.compare'>): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const path = isAbsolute(given.list) ? given.list : resolve(given.list);
  const bytes = resolvePath(path);
  return engine.jobs.start('evidence.compare', async (job): Promise<EvidenceCompared> => {
    const rows = exhibits(opened.db).filter((row) => row.mode !== 'none');
    const worker = startWorker(engine.host, 'compare-list');
    let compared: Compared;
    try {
      const asked = rows.map((row) => listed(opened.db, row));
      compared = await worker.ask<CompareRequest, Compared>({ path: bytes, exhibits: asked });
    } finally {
      worker.end();
    }
    const partly: EvidenceCompared['partly'] = [];
    const notInList: string[] = [];
    const byExhibit = resultsOf(compared.results);
    const list = visibleText(basename(path));
    for (const [done, row] of rows.entries()) {
      await job.turn();
      const exhibit = row.label;
      const results = byExhibit.get(exhibit) ?? [];
      if (results.length === 0) notInList.push(exhibit);
      const files = compared.filesOf.get(exhibit);
      const same = filesFound(results, exhibit);
      const bad = results.find(({ state }) => state === 'different');
      if (bad === undefined && files !== undefined && same > 0 && same < files) {
        partly.push({ exhibit, files, same });
      }
      if (bad !== undefined || (same > 0 && same >= (files ?? 1))) {
        const hash = (bad ?? results[0])?.hashes.sha256 ?? '';
        const entry = recordVerification(session, row, {
          ok: bad === undefined,
          expected: row.sha256 ?? '',
          // Of a folder, the record's hash is of its manifest, and the list's of one file.
          found: files === undefined ? hash : '',
          reason: bad === undefined ? 'same hash' : `another hash in ${list}, line ${bad.line}`,
          method: `compared with the list ${list} (sha256 ${compared.sha256})`,
        });
        engine.wrote([entry.id]);
        // Between two entries, others may write theirs.
        await new Promise<void>((next) => setImmediate(next));
      }
      job.progress({ item: exhibit, unit: 'rows', done: done + 1, total: rows.length });
    }
    const { format, sha256, problems } = compared;
    return {
      list: { path, format, sha256, files: compared.results.length },
      results: compared.results.map((result) => lineData(result)),
      notInList,
      partly,
      problems: [...problems],
    };
  });
}

function listed(db: ReadableDb, row: ExhibitRow): ListedExhibit {
  const entry = entryWithId(db, row.entry);
  const manifest = objectField(entry, 'manifest');
  const path = textIn(objectField(entry, 'path'), 'text') || textIn(objectField(entry, 'name'), 'text');
  const hashes = Object.fromEntries(
    algorithms.flatMap((name) => {
      const hash = textField(entry, name);
      return hash === undefined ? [] : [[name, hash]];
    }),
  );
  return {
    exhibit: row.label,
    path,
    hashes,
    manifest: manifest === undefined ? null : textIn(manifest, 'text'),
  };
}

/** The lines that name each exhibit, or a file in it. */
function resultsOf(results: readonly LineResult[]): ReadonlyMap<string, LineResult[]> {
  const map = new Map<string, LineResult[]>();
  for (const result of results) {
    for (const exhibit of new Set(result.with.map((candidate) => candidate.exhibit))) {
      const own = map.get(exhibit);
      if (own === undefined) map.set(exhibit, [result]);
      else own.push(result);
    }
  }
  return map;
}

/** How many files of an exhibit the list has with the same hash; a file that it names twice counts once. */
function filesFound(results: readonly LineResult[], exhibit: string): number {
  const paths = results
    .filter(({ state }) => state === 'same')
    .flatMap((result) => result.with)
    .filter((candidate) => candidate.exhibit === exhibit)
    .map(({ path }) => path);
  return new Set(paths).size;
}

function lineData({
  line,
  name,
  hashes,
  state,
  with: candidates,
}: LineResult): EvidenceCompared['results'][number] {
  return {
    line,
    name,
    state,
    hashes: { ...hashes },
    exhibits: [...new Set(candidates.map(({ exhibit }) => exhibit))],
  };
}
