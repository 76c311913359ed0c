import { existsSync, fstatSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { CopyChecked, CopyMade } from '../../contract/share.ts';
import { CaseError } from '../../domain/errors.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { PROJECTION_VERSION } from '../../domain/projection/rows.ts';
import type { Examined } from '../../evidence/examine.ts';
import { evidenceFolder } from '../../evidence/sealed/evidence-folder.ts';
import type { EvidenceOfCopy } from '../../share/own-copy.ts';
import { type StoredSizes, storedSizes } from '../../share/stored-sizes.ts';
import { caseKey } from '../../store/case-key.ts';
import { temporaryName } from '../../store/create-case.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import { localValue } from '../../store/queries/local.ts';
import { copiedEvidence } from '../copying/copied-evidence.ts';
import { copyCase, recordCopyMade } from '../copying/copy-case.ts';
import type { WholeCase } from '../copying/copy-whole.ts';
import { CHECKING, verifyCopy } from '../copying/verify-copy.ts';
import { type OpenCase, pagesOf, writableOf, writing } from '../open-case.ts';
import { isRemovable } from '../removable.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { forgetUnfinished, noteUnfinished } from '../unfinished.ts';
import { startWorker } from '../worker.ts';
import type { ExamineRequest } from '../workers/examine.ts';

/** What is known of a place before a copy is made there. */
export function target(_engine: Engine, given: RequestOf<'share.target'>): ResponseOf<'share.target'> {
  const path = resolve(given.path);
  return { path, removable: isRemovable(dirname(path)), exists: isTaken(path) !== null };
}

/** Starts the job that makes a copy under its own passphrase, verifies it, and records it in the original. */
export function copy(engine: Engine, given: RequestOf<'share.copy'>): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const local = writableOf(opened);
  const path = resolve(given.path);
  const passphrase = passphraseBytes(given.newPassphrase);
  const taken = isTaken(path);
  if (taken !== null) throw new CaseError('already-exists', { path: taken });
  const redact = given.redact ?? 'none';
  const evidence = given.evidence ?? (redact === 'personal' ? 'none' : 'all');
  const readOnly = given.readOnly === true;
  const to = given.to?.trim();
  return engine.jobs.start('share.copy', async (job): Promise<CopyMade> => {
    const key = await caseKey(passphrase);
    const beside = copiedEvidence(engine.host, job, opened.path, path);
    const leftOut = leftOutBy(evidence, storedSizes(session.db));
    const temporary = temporaryName(path);
    noteUnfinished(local, { temporary, path });
    let verified: CopyChecked = { pages: 0, entries: 0, exhibits: 0 };
    const wish = { path, temporary, key, evidence, redact, readOnly, to: to === '' ? undefined : to };
    const done = await copyCase(
      engine.host,
      session,
      wish,
      {
        async pause(entries, total) {
          job.progress({ item: 'entries', unit: 'rows', done: entries, total });
          // A turn of the event loop: notes that came meanwhile are written before the next slice.
          await new Promise<void>((resume) => setImmediate(resume));
          await job.turn();
        },
        beside: async (files) => beside.copyFor(files, temporary),
        async verify({ entries, head }) {
          job.progress({ item: CHECKING, unit: 'rows', done: entries, total: entries });
          const written = {
            path: temporary,
            passphrase,
            key,
            name: path,
            entries,
            heads: [head],
            exhibits: true,
          };
          verified = await verifyCopy(engine.host, job, written);
        },
        beforeName: () => beside.name(),
      },
      wholeOf(opened, redact),
    )
      .catch((error: unknown) => {
        beside.remove();
        throw asNotGood(error, path, temporary);
      })
      .finally(() => forgetUnfinished(local, temporary));
    engine.wrote([done.copy.id]);
    const worker = startWorker(engine.host, 'examine');
    try {
      const request = {
        path: Buffer.from(path),
        also: [],
        keep: false,
        caseFile: opened.path,
        cancelFlag: job.cancelFlag,
      };
      const { size, hashes } = await worker.ask<ExamineRequest, Examined>(request);
      const { entries, series } = done;
      const { sha256 } = hashes;
      const made = recordCopyMade(session, done.copy, {
        file: basename(path),
        size,
        sha256,
        entries,
        ...(leftOut.exhibits === 0 ? {} : { left_out: leftOut }),
      });
      engine.wrote([made.id]);
      return {
        path,
        size,
        sha256,
        entries,
        evidence,
        series,
        redact,
        readOnly,
        to: to === undefined || to === '' ? null : to,
        leftOut,
        verified,
        removable: isRemovable(dirname(path)),
      };
    } finally {
      worker.end();
    }
  });
}

/** Files up to this size are copied from their pages: in memory, of which that takes some three times as much. */
const WHOLE = 192 * 1024 * 1024;
/** How much of that must be free. */
const ROOM = 5;
/** With so few entries nothing is gained. */
const FEW = 500;

/** The file for a copy of its pages, or null where its rows are copied one by one. */
function wholeOf(opened: OpenCase, redact: 'none' | 'personal'): WholeCase | null {
  const { db, path, key } = opened;
  // Views that were made by another program are made anew.
  const isOurs = localValue(db, 'projection-version') === String(PROJECTION_VERSION);
  if (redact !== 'none' || !isOurs || lastSeq(db) <= FEW) return null;
  const file = pagesOf(opened);
  const { size } = fstatSync(file);
  if (size > WHOLE || process.availableMemory() < size * ROOM) return null;
  return { path, key, file };
}

/** Damage of a file that was just written: nobody is to keep it. */
function asNotGood(error: unknown, path: string, temporary: string): unknown {
  if (!(error instanceof CaseError)) return error;
  const { path: of } = error.details;
  if (of !== path && of !== temporary) return error;
  if (error.code !== 'file-damaged' && error.code !== 'first-page-damaged') return error;
  return new CaseError('copy-not-good', { path, reason: 'its pages do not hold together' }, error);
}

/** What stands in the way of a copy, or null. */
const isTaken = (path: string): string | null =>
  [path, evidenceFolder(path)].find((place) => existsSync(place)) ?? null;

function leftOutBy(evidence: EvidenceOfCopy, { inside, beside }: StoredSizes): CopyMade['leftOut'] {
  switch (evidence) {
    case 'all':
      return { exhibits: 0, bytes: 0 };
    case 'small':
      return beside;
    case 'none':
      return { exhibits: inside.exhibits + beside.exhibits, bytes: inside.bytes + beside.bytes };
  }
}
