import { systemClock } from '../../src-main/casework/clock.ts';
import type { CaseId } from '../../src-main/domain/brands.ts';
import { hex } from '../../src-main/domain/bytes.ts';
import { CaseError } from '../../src-main/domain/errors.ts';
import { type EngineProcess, createEngine } from '../../src-main/engine/create-engine.ts';
import { freeJob } from '../../src-main/engine/jobs.ts';
import { type OpenCase, closeCase } from '../../src-main/engine/open-case.ts';
import { endIsWhole } from '../../src-main/engine/record/check-end.ts';
import { checkOpened } from '../../src-main/engine/usecases/record-verify.ts';
import type { CaseKey } from '../../src-main/store/case-key.ts';
import {
  openCaseForChecking,
  openCaseForReading,
  openCaseForWriting,
} from '../../src-main/store/open-case.ts';
import { entriesAfter } from '../../src-main/store/queries/entry.ts';
import type { Bundled } from './bundled.ts';

/** The real engine in this process; its threads are the bundled ones, which start quickly. */
export function faultEngine(
  profileFolder: string,
  { workers }: Pick<Bundled, 'workers'>,
  mayBlock = true,
): EngineProcess {
  return createEngine({
    emit: () => {},
    profileFolder,
    nativeBinding: undefined,
    workers,
    clock: systemClock,
    version: '0.0.0-test',
    programHash: undefined,
    author: { as: undefined, role: undefined },
    mayBlock,
  });
}

/** Makes an empty case to start from, and closes it. */
export async function makeCase(
  profileFolder: string,
  bundled: Pick<Bundled, 'workers'>,
  given: { readonly path: string; readonly title: string; readonly passphrase: string },
): Promise<void> {
  const maker = faultEngine(profileFolder, bundled);
  const created = await maker.call('case.create', given);
  await maker.close();
  if (!created.ok) throw new Error(created.error.message);
}

export interface Verdict {
  readonly ok: boolean;
  /** Codes of the problems, or of the error that stopped the check. */
  readonly said: string;
  readonly entries: number;
}

const job = freeJob('test');

/** What `verify` says about a file, with the key at hand: hundreds of derivations would say nothing more. */
export async function verdict(
  { engine }: EngineProcess,
  path: string,
  key: CaseKey,
  quick = false,
): Promise<Verdict> {
  try {
    const { db, schemaFault } = openCaseForChecking(path, { key });
    const opened: OpenCase = {
      path,
      caseId: '' as CaseId,
      key,
      db,
      readOnly: true,
      readingCopy: false,
      session: null,
      writable: null,
      makeSession: null,
      told: 0,
      pages: null,
      index: null,
      logs: null,
    };
    try {
      const check = await checkOpened(engine, opened, job, quick, schemaFault);
      const said = check.problems.map(({ code }) => code).join(', ');
      return { ok: check.ok, said, entries: check.checked.entries };
    } finally {
      closeCase(opened);
    }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { ok: false, said: error.code, entries: 0 };
  }
}

/** Whether a file opens as `case.open` opens it: the ids of its entries, or the code of the error. */
export function entriesWithKey(path: string, key: CaseKey, writing = false): ReadonlySet<string> | string {
  try {
    const db = writing ? openCaseForWriting(path, { key }) : openCaseForReading(path, { key });
    try {
      if (!endIsWhole(db)) return 'file-damaged';
      return new Set(entriesAfter(db, 0, 1_000_000).map(({ hash }) => hex(hash)));
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return error.code;
  }
}

/** Ids of all entries that a person sees when they open the file, or the code of the error. */
export async function entriesSeen(
  process: EngineProcess,
  path: string,
  passphrase: string,
  readOnly = true,
): Promise<ReadonlySet<string> | string> {
  const opened = await process.call('case.open', { path, passphrase, readOnly, continueOlder: true });
  if (!opened.ok) return opened.error.code;
  const list = await process.call('timeline.list', {});
  await process.close();
  if (!list.ok) return list.error.code;
  return new Set(list.data.entries.map(({ id }) => id));
}
