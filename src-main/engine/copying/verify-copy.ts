import { timingSafeEqual } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { hex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import type { CopyChecked } from '../../contract/share.ts';
import type { CaseKey } from '../../store/case-key.ts';
import type { PageReport } from '../../store/check-pages.ts';
import { canBeComparedApart, keyOfFile, openCaseForReading } from '../../store/open-case.ts';
import { countEntries, tips } from '../../store/queries/entry.ts';
import { compareTables } from '../compare-tables.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { checkExhibits } from '../record/check-exhibits.ts';
import { startWorker } from '../worker.ts';
import type { PagesRequest } from '../workers/check-pages.ts';

export interface WrittenCopy {
  /** Where it lies now. Nobody has it open. */
  readonly path: string;
  /** Its passphrase, as bytes. */
  readonly passphrase: Uint8Array;
  /** What it was written with; its passphrase has to give the same. */
  readonly key: CaseKey;
  /** The name that it is to get, for people. */
  readonly name: string;
  readonly entries: number;
  /** Ids of the entries that no other follows. */
  readonly heads: readonly string[];
  /** Whether the bytes of stored exhibits are read, too. */
  readonly exhibits: boolean;
}

/**
 * Opens a file that was just written as its receiver will, from the bytes on the disk: its passphrase, each page, its
 * tables and indexes, the number of entries, the ends of the record, and the bytes of each stored exhibit that is there.
 * @throws CaseError `copy-not-good`, `cancelled`
 */
export async function verifyCopy(host: EngineHost, job: Job, copy: WrittenCopy): Promise<CopyChecked> {
  const bad = (reason: string): CaseError => new CaseError('copy-not-good', { path: copy.name, reason });
  // Half a second each of a large file: by threads beside each other, and notes come through meanwhile.
  const comparedApart = canBeComparedApart(copy.path, copy.key);
  const [key, pages, fault] = await Promise.all([
    keyOfFile(copy.path, copy.passphrase),
    pagesOfFile(host, copy.path, copy.key),
    comparedApart ? compareTables(host, copy.path, copy.key) : null,
  ]);
  if (!timingSafeEqual(key.encryption, copy.key.encryption)) throw bad('its passphrase does not open it');
  if (pages.damagedCount > 0 || pages.expected !== pages.pages || pages.rest !== 0) {
    throw bad(`${pages.damagedCount} of its ${pages.pages} pages do not fit their check value`);
  }
  if (fault !== null) throw bad('its tables and indexes do not hold together');
  job.check();
  const db = openCaseForReading(copy.path, { key, comparedApart });
  try {
    const entries = countEntries(db);
    if (entries !== copy.entries) throw bad(`it holds ${entries} of ${copy.entries} entries`);
    const heads = tips(db).map(hex);
    if (heads.toSorted().join() !== copy.heads.toSorted().join()) throw bad('it ends with another entry');
    if (!copy.exhibits) return { pages: pages.pages, entries, exhibits: 0 };
    const { checked, problems } = await checkExhibits(db, host, quietAbout(job), false);
    // What the case itself lacks, its copy lacks too.
    const problem = problems.find(({ code }) => code !== 'evidence-missing');
    if (problem !== undefined) throw bad(problem.message.replace(/\.$/u, ''));
    return { pages: pages.pages, entries, exhibits: checked };
  } finally {
    db.close();
  }
}

async function pagesOfFile(
  host: EngineHost,
  path: string,
  key: Omit<PagesRequest, 'file'>,
): Promise<PageReport> {
  const file = openSync(path, 'r');
  const worker = startWorker(host, 'check-pages');
  try {
    const { encryption, mac, salt } = key;
    return await worker.ask<PagesRequest, PageReport>({ file, encryption, mac, salt });
  } finally {
    worker.end();
    closeSync(file);
  }
}

/** The same job, whose progress says that what was written is being checked. */
const quietAbout = (job: Job): Job => ({
  id: job.id,
  cancelFlag: job.cancelFlag,
  check: () => job.check(),
  turn: async () => job.turn(),
  get closing() {
    return job.closing;
  },
  progress: (at) => job.progress({ ...at, item: CHECKING }),
});

/** What progress names while a copy is verified. */
export const CHECKING = 'checking';
