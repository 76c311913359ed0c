import { systemClock } from '../../src-main/casework/clock.ts';
import type { RecordCheck } from '../../src-main/contract/record.ts';
import { CaseError } from '../../src-main/domain/errors.ts';
import { type EngineProcess, createEngine } from '../../src-main/engine/engine-handlers.ts';
import { checkFile } from '../../src-main/engine/usecases/check-file.ts';
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

/** What `verify` says about a file: its whole answer, or the error that stopped it. */
export async function verdict(
  { engine }: EngineProcess,
  path: string,
  passphrase: string,
): Promise<{ readonly ok: boolean; readonly said: string; readonly entries: number }> {
  const job = { id: 'test', cancelFlag: new Int32Array(1), check: () => {}, progress: () => {} };
  try {
    const check: RecordCheck = await checkFile(engine, { path, passphrase, quick: false }, job);
    return {
      ok: check.ok,
      said: check.problems.map(({ code }) => code).join(', '),
      entries: check.checked.entries,
    };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { ok: false, said: error.code, entries: 0 };
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
