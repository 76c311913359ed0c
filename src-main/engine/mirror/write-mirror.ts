import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { utcIso } from '../../domain/brands.ts';
import { fromHex, hex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { evidenceFolder, partOf, sealedPath, syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import type { CaseKey } from '../../store/case-key.ts';
import { temporaryName } from '../../store/create-case.ts';
import type { ReadableDb } from '../../store/db.ts';
import { probe } from '../../store/file-probe.ts';
import { openCaseForReading } from '../../store/open-case.ts';
import { countEntries, hasEntry, tips } from '../../store/queries/entry.ts';
import { evidenceKeys } from '../../store/queries/evidence-key.ts';
import { changesOf } from '../../store/queries/local.ts';
import { type OpenCase, pagesOf } from '../open-case.ts';
import type { Engine } from '../state.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { CopySealedRequest } from '../workers/copy-sealed.ts';
import type { MirrorRequest } from '../workers/mirror.ts';
import type { MirrorSetting } from './mirror-setting.ts';

/** Passes that are made without holding anybody up, and with. */
const FREE_PASSES = 3;
const HELD_PASSES = 5;

export interface Mirrored {
  readonly entries: number;
  /** The moment whose state it holds, UTC. */
  readonly at: string;
  /** Hex. */
  readonly salt: string;
}

/** As much of a record as tells two states of it apart. */
interface RecordState {
  readonly entries: number;
  /** Ids of the entries that no other follows. */
  readonly heads: readonly string[];
}

const stateOf = (db: ReadableDb): RecordState => ({ entries: countEntries(db), heads: tips(db).map(hex) });

function stateOfFile(path: string, key: CaseKey): RecordState {
  const db = openCaseForReading(path, { key });
  try {
    return stateOf(db);
  } finally {
    db.close();
  }
}

/** The file that a folder gets. */
const mirrorPath = (opened: OpenCase, folder: string): string => join(folder, basename(opened.path));

/**
 * Puts a consistent copy of the open case and its evidence into the folder, under the same passphrase: written under
 * another name, read back, then renamed, so that a half one never takes the place of a good one.
 * @throws CaseError `mirror-gone`, `mirror-taken`, `mirror-newer`, `disk-full` and what else its disk refuses
 */
export async function writeMirror(
  engine: Engine,
  opened: OpenCase,
  setting: MirrorSetting,
  cancelFlag: Int32Array,
): Promise<Mirrored> {
  const { folder } = setting;
  const path = mirrorPath(opened, folder);
  requireFolder(opened, setting, path);
  const worker = startWorker(engine.host, 'mirror');
  const temporary = temporaryName(path);
  try {
    requireOlder(opened, path);
    sweep(folder, path);
    await copyEvidence(engine, opened, path, cancelFlag);
    await ask(worker, { kind: 'begin', file: pagesOf(opened), out: temporary, cancelFlag });
    for (let n = 0; n < FREE_PASSES; n += 1) {
      if ((await ask(worker, { kind: 'pass' })) === 0) break;
    }
    const state = await engine.hold(async () => lastPass(worker, opened));
    const at = utcIso(engine.host.clock.now());
    await ask(worker, { kind: 'finish', out: temporary, key: opened.key });
    const copied = stateOfFile(temporary, opened.key);
    if (copied.entries !== state.entries || copied.heads.join() !== state.heads.join()) {
      throw new CaseError('copy-not-good', { path, reason: 'it is not the state that was copied' });
    }
    guarded(path, () => renameSync(temporary, path));
    syncFolder(folder);
    return { entries: state.entries, at, salt: opened.key.salt.toString('hex') };
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    worker.end();
  }
}

const ask = async (worker: WorkerHandle, request: MirrorRequest): Promise<number> =>
  worker.ask<MirrorRequest, number>(request);

/** Requests wait; what a job writes meanwhile is seen by the number of changes, and copied by another pass. */
async function lastPass(worker: WorkerHandle, opened: OpenCase): Promise<RecordState> {
  for (let n = 0; n < HELD_PASSES; n += 1) {
    const before = changesOf(opened.db);
    await ask(worker, { kind: 'pass' });
    const state = stateOf(opened.db);
    if (changesOf(opened.db) === before) return state;
  }
  throw new CaseError('mirror-busy', { path: opened.path });
}

/** The folder must be there, and be the one: an empty place where a disk was connected is not. */
function requireFolder(opened: OpenCase, setting: MirrorSetting, path: string): void {
  const { folder, at, salts } = setting;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new CaseError('mirror-gone', { path: folder });
  }
  if (realpathSync(folder) === realpathSync(dirname(opened.path))) {
    throw new CaseError('wrong-use', {
      reason: 'The case lies in this folder already. Choose one on another disk.',
    });
  }
  if (!existsSync(path)) {
    if (at !== null) throw new CaseError('mirror-gone', { path: folder });
    return;
  }
  const salt = probe(path).salt.toString('hex');
  if (salt !== opened.key.salt.toString('hex') && !salts.includes(salt)) {
    throw new CaseError('mirror-taken', { path });
  }
}

/** Where the mirror has entries that this file lacks, it may be the better one of the two. */
function requireOlder(opened: OpenCase, path: string): void {
  // After a change of the passphrase the old one is not known any more.
  if (!existsSync(path) || !probe(path).salt.equals(opened.key.salt)) return;
  const { heads } = stateOfFile(path, opened.key);
  if (heads.some((head) => !hasEntry(opened.db, fromHex(head)))) {
    throw new CaseError('mirror-newer', { path });
  }
}

/** What `temporaryName` puts between the name of a file and its end. */
const MIDDLE = /^[0-9a-f]{12}\.new(?:-journal)?$/u;

/** What a killed program left of earlier tries. */
function sweep(folder: string, path: string): void {
  const begin = `.${basename(path).slice(0, 60)}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(begin) && MIDDLE.test(name.slice(begin.length))) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

/** Sealed files never change: each is copied once. */
async function copyEvidence(
  engine: Engine,
  opened: OpenCase,
  path: string,
  cancelFlag: Int32Array,
): Promise<void> {
  const wanted = evidenceKeys(opened.db).flatMap(({ file }) => {
    const [from, to] = [sealedPath(opened.path, file), sealedPath(path, file)];
    const size = from === null ? undefined : statSync(from, { throwIfNoEntry: false })?.size;
    if (from === null || to === null || size === undefined) return [];
    return statSync(to, { throwIfNoEntry: false })?.size === size ? [] : [{ from, to, size, item: file }];
  });
  if (wanted.length === 0) return;
  const folder = evidenceFolder(path);
  guarded(folder, () => mkdirSync(folder, { mode: 0o700, recursive: true }));
  const worker = startWorker(engine.host, 'copy-sealed');
  try {
    for (const { from, to, size, item } of wanted) {
      const part = partOf(to);
      rmSync(part, { force: true });
      await worker.ask<CopySealedRequest, null>({ from, to: part, item, size, cancelFlag });
      guarded(to, () => renameSync(part, to));
    }
    syncFolder(folder);
  } finally {
    worker.end();
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, path);
  }
}
