import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beginWriting } from '../../casework/begin-writing.ts';
import { beginningOf } from '../../casework/case-facts.ts';
import { caseInfo } from '../../casework/case-info.ts';
import { documentOf, planOfText } from '../../casework/plan/take-plan.ts';
import { catchUp, newIndex } from '../../casework/timeline-index.ts';
import { createCase } from '../../casework/create-case.ts';
import { intakeFacts } from '../../casework/intake.ts';
import { resolveSigner } from '../../casework/profile-author.ts';
import { lastHeadSeen, olderThanSeen, rememberHead } from '../../casework/rollback.ts';
import type { CaseInfo } from '../../contract/case.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import { CaseError } from '../../domain/errors.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { checkZone } from '../../domain/time/zone.ts';
import { caseKey } from '../../store/case-key.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { probe } from '../../store/file-probe.ts';
import {
  type OpenCaseOptions,
  canBeComparedApart,
  openCaseForReading,
  openCaseForWriting,
  structureCompared,
} from '../../store/open-case.ts';
import { recentFile, rememberFile } from '../../store/profile/recent.ts';
import { remembersFiles } from '../device-settings.ts';
import { isReadingCopy } from '../../share/own-copy.ts';
import { lastNumber } from '../../store/queries/timeline.ts';
import { endIsWhole } from '../record/check-end.ts';
import { compareTables } from '../compare-tables.ts';
import { inSlices } from '../in-slices.ts';
import { preparedForCase } from '../preparation.ts';
import { rememberQuietly } from '../remember.ts';
import { type OpenCase, closeCase } from '../open-case.ts';
import { sweepExports } from '../begun-exports.ts';
import { sweepUnfinished } from '../unfinished.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { backupOf } from './backup.ts';
import { tidyJobs } from '../take-in/tidy-jobs.ts';
import { device, placeNotice, surroundings } from '../surroundings.ts';

export async function create(engine: Engine, given: RequestOf<'case.create'>): Promise<CaseInfo> {
  const path = resolve(given.path);
  const now = engine.host.clock.now();
  const zone = checkZone(given.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const detected = given.detectedAt === undefined ? undefined : understandTime(given.detectedAt, zone, now);
  const own = given.plan === undefined ? null : planOfText(given.plan);
  const title = given.title.trim();
  if (title === '') throw new CaseError('text-empty');
  if (!title.isWellFormed()) throw new CaseError('text-not-unicode');
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  const [key, prepared] = await Promise.all([
    caseKey(passphraseBytes(given.passphrase)),
    preparedForCase(engine),
  ]);
  const plan = own ?? prepared.plan;
  const known = intakeFacts(plan, {
    source: given.source,
    noticed: detected,
    clock: given.clock ?? true,
    by: given.discoveredBy,
    done: given.doneToServer,
    answers: given.answers ?? [],
  });
  const facts = [...known, ...prepared.facts.filter(({ name }) => name !== 'plan' || own === null)];
  const { osUser, device: computer } = device();
  const signer = resolveSigner(engine.profile(), { ...engine.host.author, osUser, device: computer }, now);
  createCase(
    { path, key, title, zone, practice: given.practice ?? false, facts, plan: documentOf(plan) },
    signer,
    engine.host.clock,
    surroundings(engine.host, path),
  );
  return open(engine, { path, passphrase: given.passphrase });
}

/** What a new case would be asked and carry: the plan of this moment. */
export async function intake(engine: Engine): Promise<ResponseOf<'case.intake'>> {
  const { plan } = await preparedForCase(engine);
  const { sources, deadlines } = plan;
  return {
    sources: sources.map(({ id, questions }) => ({ id, questions })),
    clocks: deadlines.flatMap((deadline) =>
      deadline.starts.includes('detected') && 'hours' in deadline.span
        ? [{ id: deadline.id, title: deadline.title, hours: deadline.span.hours }]
        : [],
    ),
  };
}

export async function open(engine: Engine, given: RequestOf<'case.open'>): Promise<CaseInfo> {
  await engine.mirroring.stop();
  if (engine.open !== null) closeOpenCase(engine);
  engine.checked = null;
  const path = resolve(given.path);
  const found = probe(path);
  const key = await caseKey(passphraseBytes(given.passphrase), found.salt);
  const known = recentFile(engine.profile(), path)?.salt;
  // The command line has nothing to read meanwhile.
  const comparedApart = !engine.host.mayBlock && canBeComparedApart(path, key);
  const options = { key, ...(known ? { knownSalt: known } : {}), comparedApart };
  const readOnly = given.readOnly === true;
  const writable = readOnly ? null : openedForWriting(path, options);
  const db: ReadableDb = writable ?? openCaseForReading(path, options);
  const index = newIndex();
  try {
    if (comparedApart) {
      const reading = inSlices(catchUp(db, index, false));
      // Where both find something, that the tables do not hold together says more.
      const [fault] = await Promise.all([
        compareTables(engine.host, path, key),
        Promise.allSettled([reading]),
      ]);
      structureCompared(db, writable, options, fault);
      await reading;
    }
    if (!endIsWhole(db)) throw new CaseError('file-damaged', { path, reason: TORN });
    const caseId = beginningOf(db).id;
    const older = olderThanSeen(engine.profile(), db, caseId);
    // Reading goes on and mentions it; writing would make a branch, so the person says so first.
    if (older !== null && writable !== null && given.continueOlder !== true) {
      throw new CaseError('older-than-seen', { path, missing: older.missing, seen: older.seen });
    }
    const lastHead = lastHeadSeen(engine.profile(), db, caseId);
    const opened: OpenCase = {
      path,
      caseId,
      key,
      db,
      writable,
      readOnly: writable === null,
      readingCopy: isReadingCopy(db),
      session: null,
      told: lastNumber(db),
      pages: null,
      index,
      logs: null,
      makeSession:
        writable === null
          ? null
          : () => {
              const wish = { ...engine.host.author, ...device() };
              const signer = resolveSigner(engine.profile(), wish, engine.host.clock.now());
              return beginWriting(
                writable,
                caseId,
                signer,
                engine.host.clock,
                surroundings(engine.host, path),
                lastHead,
              );
            },
    };
    engine.open = opened;
    const alive = sweepExports(engine);
    if (writable !== null) {
      tidyJobs(writable, engine.host.clock.now());
      sweepUnfinished(writable, alive);
    }
    if (!readOnly) {
      rememberQuietly(() => {
        if (remembersFiles(engine.host.profileFolder)) {
          rememberFile(engine.profile(), { path, opened: utcIso(Date.now()), salt: found.salt });
        }
        rememberHead(engine.profile(), db, caseId);
      });
    }
    return infoOf(engine, opened);
  } catch (error) {
    db.close();
    engine.open = null;
    throw error;
  }
}

/** Null for a copy in which nobody is to write. */
function openedForWriting(path: string, options: OpenCaseOptions): WritableDb | null {
  const db = openCaseForWriting(path, options);
  if (!isReadingCopy(db)) return db;
  db.close();
  return null;
}

const TORN =
  'its last entries do not hold together: it may have been copied while it was being written, without the -journal beside it.';

export const info = (engine: Engine): CaseInfo => infoOf(engine, openCaseOf(engine));

/** Closes the file and writes down its last head; the key goes with the process. */
export function closeOpenCase(engine: Engine): void {
  const { open: opened } = engine;
  if (opened === null) return;
  [engine.open, engine.other] = [null, null];
  try {
    if (!opened.readOnly) {
      rememberQuietly(() => rememberHead(engine.profile(), opened.db, opened.caseId));
    }
  } finally {
    closeCase(opened);
  }
}

function infoOf(engine: Engine, opened: OpenCase): CaseInfo {
  return {
    ...caseInfo(opened.db),
    readOnly: opened.readOnly,
    readingCopy: opened.readingCopy,
    backup: backupOf(engine, opened),
    notice: placeNotice(opened.path),
    olderThanSeen: olderThanSeen(engine.profile(), opened.db, opened.caseId),
  };
}
