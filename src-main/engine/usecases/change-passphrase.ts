import { chmodSync, realpathSync, renameSync, statSync } from 'node:fs';
import { timingSafeEqual } from 'node:crypto';
import { dirname } from 'node:path';
import { append, step } from '../../casework/append.ts';
import { beginWriting } from '../../casework/begin-writing.ts';
import { beginningOf } from '../../casework/case-facts.ts';
import { copiesMade } from '../../casework/copies-made.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { hex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import { type CaseKey, caseKey } from '../../store/case-key.ts';
import { removeUnfinished, temporaryName } from '../../store/create-case.ts';
import { openCaseForWriting } from '../../store/open-case.ts';
import { syncFile } from '../../store/sync-file.ts';
import { recentFile, rememberFile } from '../../store/profile/recent.ts';
import { countEntries, tips } from '../../store/queries/entry.ts';
import { freeJob } from '../jobs.ts';
import { type OpenCase, pagesOf, writableOf, writing } from '../open-case.ts';
import { rememberQuietly } from '../remember.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { noteUnfinished } from '../unfinished.ts';
import { verifyCopy } from '../copying/verify-copy.ts';
import { startWorker } from '../worker.ts';
import type { RekeyRequest } from '../workers/rekey-pages.ts';
import { closeOpenCase, open } from './case.ts';

/**
 * Puts the open case under another passphrase: a new file beside it, read back, then renamed over the old one. A kill
 * at any moment leaves the one or the other, whole. Every other request waits meanwhile.
 * @throws CaseError `wrong-use` while a job runs; `passphrase-unusable`; what the disk refuses
 */
export async function changePassphrase(
  engine: Engine,
  given: RequestOf<'case.change-passphrase'>,
): Promise<ResponseOf<'case.change-passphrase'>> {
  const opened = openCaseOf(engine);
  writing(opened);
  if (beginningOf(opened.db).kind === 'preparation') {
    throw new CaseError('wrong-use', {
      reason: 'The passphrase of the preparation is random and kept in the profile, so it cannot be chosen.',
    });
  }
  if (engine.jobs.running > 0) {
    throw new CaseError('wrong-use', {
      reason: 'Something still runs on this case. Wait for it or cancel it, then change the passphrase.',
    });
  }
  const passphrase = passphraseBytes(given.newPassphrase);
  await engine.mirroring.stop();
  const done = await engine.hold(async () => {
    const { encryption } = await caseKey(passphrase, opened.key.salt);
    if (timingSafeEqual(encryption, opened.key.encryption)) {
      throw new CaseError('passphrase-unusable', {
        reason: 'This is the passphrase that the case has already. Choose another one.',
      });
    }
    const copies = copiesMade(opened.db);
    // A link to the case stays one.
    const place = realpathSync(opened.path);
    const temporary = temporaryName(place);
    noteUnfinished(writableOf(opened), { temporary, path: place });
    try {
      const key = await caseKey(passphrase);
      await writeUnder(engine, opened, key, temporary);
      const entry = recordChange(engine, opened, key, temporary, copies.length);
      const expected = { entries: entry.entries, heads: [entry.id], name: opened.path, exhibits: false };
      await verifyCopy(engine.host, freeJob('passphrase'), { path: temporary, passphrase, key, ...expected });
      replace(engine, opened, temporary, place);
    } catch (error) {
      removeUnfinished(temporary);
      throw error;
    }
    const { path, entries } = await open(engine, {
      path: opened.path,
      passphrase: given.newPassphrase,
      continueOlder: true,
    });
    return {
      path,
      entries,
      copies: copies.map(({ file, to, made }) => ({ file, to, made })),
    };
  });
  // The second copy has the old passphrase until it is written anew.
  const mirror = await engine.mirroring.now();
  const kept = mirror === null ? null : { folder: mirror.folder, renewed: mirror.fault === null };
  return { ...done, mirror: kept };
}

async function writeUnder(engine: Engine, opened: OpenCase, to: CaseKey, out: string): Promise<void> {
  const worker = startWorker(engine.host, 'rekey-pages');
  try {
    const { cancelFlag } = freeJob('passphrase');
    await worker.ask<RekeyRequest, number>({ file: pagesOf(opened), from: opened.key, out, to, cancelFlag });
  } finally {
    worker.end();
  }
}

/** The new file says that it has another passphrase; a kill before it is renamed leaves the old one, which does not. */
function recordChange(
  engine: Engine,
  opened: OpenCase,
  key: CaseKey,
  temporary: string,
  copies: number,
): { readonly id: string; readonly entries: number } {
  const { signer, surroundings, lastHead } = writing(opened);
  const db = openCaseForWriting(temporary, { key });
  try {
    const before = [countEntries(db), tips(db).map(hex).join()];
    const here = [countEntries(opened.db), tips(opened.db).map(hex).join()];
    if (before.join() !== here.join()) {
      throw new CaseError('copy-not-good', { path: opened.path, reason: 'it ends with another entry' });
    }
    const session = beginWriting(db, opened.caseId, signer, engine.host.clock, surroundings, lastHead);
    const { id } = step(session, () => append(session, 'passphrase-changed', { copies }));
    return { id, entries: countEntries(db) };
  } finally {
    db.close();
  }
}

function replace(engine: Engine, opened: OpenCase, temporary: string, place: string): void {
  // Locked meanwhile: somebody else may hold the file by now.
  if (engine.open !== opened) throw new CaseError('cancelled');
  forgetSalt(engine, opened.path);
  // Windows does not rename over a file that is open.
  if (process.platform === 'win32') closeOpenCase(engine);
  try {
    chmodSync(temporary, statSync(place).mode & 0o777);
    syncFile(temporary);
    renameSync(temporary, place);
    syncFolder(dirname(place));
  } catch (error) {
    throw asFileError(error, place);
  }
}

/** The file gets another salt: the one that is known must not be taken for a damaged one after a kill. */
function forgetSalt(engine: Engine, path: string): void {
  rememberQuietly(() => {
    const known = recentFile(engine.profile(), path);
    if (known !== undefined) rememberFile(engine.profile(), { ...known, salt: null });
  });
}
