import { isAbsolute, resolve } from 'node:path';
import { isSealed } from '../../casework/is-sealed.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import {
  type ImportPreview,
  NOT_TAKEN_SHOWN,
  type TimelineImported,
} from '../../contract/timeline-import.ts';
import { CaseError } from '../../domain/errors.ts';
import { isTaken } from '../../domain/import/understand-row.ts';
import { checkZone } from '../../domain/time/zone.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';
import type { ReadableDb } from '../../store/db.ts';
import { endArrivals } from '../../store/queries/arrival.ts';
import { type ExhibitRow, exhibits } from '../../store/queries/exhibit.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { columnsOf, datesOf, notTakenView } from '../timeline-import/import-view.ts';
import { readTimeline } from '../timeline-import/read-timeline.ts';
import { importedFrom, refuseImport } from '../timeline-import/refuse-import.ts';
import { rememberColumns } from '../timeline-import/remembered-columns.ts';
import { takeFile } from '../timeline-import/take-file.ts';
import { takeRows } from '../timeline-import/take-rows.ts';

type Given = RequestOf<'timeline.import'>;

/** Rows that a preview shows whole. */
const SHOWN = 20;

/** What an import of a file would do. Nothing is written. */
export async function preview(engine: Engine, given: Given): Promise<ResponseOf<'timeline.import-preview'>> {
  const { db } = openCaseOf(engine);
  const path = isAbsolute(given.path) ? given.path : resolve(given.path);
  const { read, remembered } = await readTimeline(engine, given, resolvePath(path), { show: SHOWN });
  const faults: ImportPreview['faults'] = {};
  for (const { fault } of read.notTaken) faults[fault] = (faults[fault] ?? 0) + 1;
  return {
    path,
    sha256: read.sha256,
    size: read.size,
    format: read.format,
    hasHeader: read.hasHeader,
    columns: columnsOf(read),
    remembered,
    zone: given.zone ?? null,
    dates: datesOf(read),
    rows: read.rows,
    taken: read.taken,
    notTaken: read.notTaken.slice(0, NOT_TAKEN_SHOWN).map((row) => notTakenView(row)),
    faults,
    shown: read.shown.map(({ line, cells, understood }) => ({
      line,
      cells: [...cells],
      taken: isTaken(understood)
        ? { ...understood, tags: [...(understood.tags ?? [])], text: understood.text.slice(0, 300) }
        : null,
      fault: isTaken(understood) ? null : understood.fault,
    })),
    importedAs: importedFrom(db, read.sha256),
  };
}

/**
 * Starts the job that imports a timeline: the file becomes an exhibit and each row an entry, in one transaction at the
 * end. Until then nothing of the record changes, and others can write.
 */
export function importTimeline(engine: Engine, given: Given): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  if (given.zone !== undefined) checkZone(given.zone);
  if (isSealed(opened.db)) throw new CaseError('case-sealed');
  const path = isAbsolute(given.path) ? given.path : resolve(given.path);
  const source = resolvePath(path);
  return engine.jobs.start('timeline.import', async (job): Promise<TimelineImported> => {
    const batches: string[] = [];
    const { read } = await readTimeline(engine, given, source, { show: 0, batches, job });
    refuseImport(opened.db, read, path);
    const present = presentExhibit(opened.db, read.sha256);
    const taken = present === null ? await takeFile(engine, session, job, path, source, read) : null;
    try {
      const zone = given.zone;
      const work = { engine, opened, session, job, path, source, read, batches, taken, present, zone };
      const imported = await takeRows(work);
      rememberColumns(engine, read.columns, read.mapping);
      return imported;
    } finally {
      endArrivals(session.db);
    }
  });
}

/** The exhibit that these bytes are already, as long as they are here. */
const presentExhibit = (db: ReadableDb, sha256: string): ExhibitRow | null =>
  exhibits(db).find((row) => row.sha256 === sha256 && keptBytes(db, row.entry) !== null) ?? null;
