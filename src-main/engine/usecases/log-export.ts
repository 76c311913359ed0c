import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { titleOutside } from '../../casework/case-facts.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { LogExported } from '../../contract/log-export.ts';
import type { LogSource } from '../../contract/log-index.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import { temporaryName } from '../../store/create-case.ts';
import { giveName } from '../../store/give-name.ts';
import { logIndexPath } from '../../store/log-index/open.ts';
import { beginExport } from '../begun-exports.ts';
import { logIndexKey } from '../logs/log-index-key.ts';
import { sourceViews } from '../logs/logs-of.ts';
import type { RowSource } from '../logs/row-event.ts';
import type { WrittenRows } from '../logs/write-rows.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { ExportLogsRequest } from '../workers/export-logs.ts';
import { askedOf, noIndex } from './log-search.ts';

/**
 * Starts the job that writes the rows of a search for another tool: in a thread of its own, so that searches go on, and
 * under its name only when all of it is there.
 * @throws CaseError `already-exists`, `file-missing` (the folder), `wrong-use`, `time-not-understood`
 */
export function exportLogs(engine: Engine, given: RequestOf<'log.export'>): { job: string } {
  const opened = openCaseOf(engine);
  const { writable } = opened;
  const path = resolve(given.path);
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  const folder = dirname(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CaseError('file-missing', { path: folder });
  }
  const index = logIndexPath(opened.path);
  const key = existsSync(index) ? logIndexKey(opened.db, opened.writable) : null;
  if (key === null) throw noIndex();
  const asked = askedOf(engine, given);
  const { nativeBinding } = engine.host;
  return engine.jobs.start('log.export', async (job): Promise<LogExported> => {
    const part = temporaryName(path);
    const done = beginExport(engine, { temporary: part, path, plain: true }, writable);
    // Rows are gone as soon as they are written: without the limit what is left of them piles up, to 440 MB instead of 300.
    const worker = startWorker(engine.host, 'export-logs', { maxYoungGenerationSizeMb: 16 });
    try {
      const views = await sourceViews(engine);
      const searched = views.filter(({ id }) => id !== 0);
      if (searched.length === 0) throw noIndex();
      const { size, sha256, counts, masked } = await worker.ask<ExportLogsRequest, WrittenRows>(
        {
          index,
          key,
          nativeBinding,
          asked,
          labels: searched.map(({ id, exhibit, title, clockOffset }) => ({
            id,
            exhibit,
            title,
            shift: -clockOffset,
          })),
          sources: searched.map(sourceOf),
          caseTitle: titleOutside(opened.db),
          format: given.format,
          into: part,
          path,
          cancelFlag: job.cancelFlag,
        },
        ({ done, total, item }) => job.progress({ item, unit: 'rows', done, total }),
      );
      job.check();
      giveName(part, path);
      syncFolder(folder);
      const { written, undated, outside, shortened } = counts;
      return {
        path,
        size,
        sha256,
        matched: written + undated + outside,
        rows: written,
        leftOut: { undated, outside },
        shortened,
        masked,
        notSearched: notSearched(views, await sourceViews(engine)),
      };
    } catch (error) {
      throw asFileError(error, path);
    } finally {
      rmSync(part, { force: true });
      done();
      worker.end();
    }
  });
}

const sourceOf = ({
  id,
  exhibit,
  sha256,
  title,
  member,
  readAs: { reader, zone },
  clockOffset,
  proof,
}: LogSource): RowSource => ({
  id,
  exhibit,
  // A file that is read to its end and is the same: of another one the hash says nothing.
  sha256: proof === 'matches' ? sha256 : null,
  title,
  member,
  reader,
  zone,
  clockOffset,
});

/** What was not wholly there when the job began, and what came since. */
function notSearched(before: readonly LogSource[], after: readonly LogSource[]): string[] {
  const known = new Set(before.map(({ id }) => id));
  const unread = before.filter(({ state }) => state !== 'indexed');
  return [...new Set([...unread, ...after.filter(({ id }) => !known.has(id))].map(nameOf))];
}

const nameOf = ({ exhibit, member }: LogSource): string => (member === '' ? exhibit : `${exhibit}/${member}`);
