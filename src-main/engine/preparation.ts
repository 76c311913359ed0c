import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beginWriting } from '../casework/begin-writing.ts';
import { identityOf } from '../casework/case-facts.ts';
import { createCase } from '../casework/create-case.ts';
import { viewOfNew } from '../casework/entry-view.ts';
import { type Prepared, preparedFor } from '../casework/preparation/for-new-case.ts';
import { documentOf } from '../casework/plan/take-plan.ts';
import { resolveSigner } from '../casework/profile-author.ts';
import { lastHeadSeen, rememberHead } from '../casework/rollback.ts';
import type { Signer, WritingSession } from '../casework/session.ts';
import type { EntryView } from '../contract/entry.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { passphraseBytes } from '../domain/passphrase.ts';
import { defaultPlan } from '../domain/plan/default/index.ts';
import { type CaseKey, caseKey } from '../store/case-key.ts';
import type { ReadableDb } from '../store/db.ts';
import { probe } from '../store/file-probe.ts';
import { openCaseForReading, openCaseForWriting } from '../store/open-case.ts';
import { settingOf, setSetting } from '../store/profile/setting.ts';
import { rememberQuietly } from './remember.ts';
import type { Engine } from './state.ts';
import { device, surroundings } from './surroundings.ts';

/** A case file of kind `preparation` in the profile's folder. */
export const preparationPath = (engine: Engine): string =>
  join(engine.host.profileFolder, 'preparation.holdfast');

/** Derived keys, so that the second question does not wait for the passphrase to be stretched again. */
const keys = new WeakMap<Engine, CaseKey>();

/**
 * The passphrase of the preparation: random, kept in the profile like the keys of its authors, and made where there is
 * none yet. Whoever opens the profile needs no second one; given to others it opens the file like that of any case.
 * @throws CaseError `preparation-other-profile`
 */
export function preparationPassphrase(engine: Engine): string {
  const profile = engine.profile();
  return profile.transaction(() => {
    const kept = settingOf(profile, 'preparation');
    if (kept !== undefined) return kept;
    const path = preparationPath(engine);
    if (existsSync(path)) throw new CaseError('preparation-other-profile', { path });
    const made = randomBytes(24).toString('base64url');
    setSetting(profile, 'preparation', made);
    return made;
  });
}

async function keyOf(engine: Engine, path: string): Promise<CaseKey> {
  const { salt } = probe(path);
  const kept = keys.get(engine);
  if (kept !== undefined && Buffer.from(salt).equals(kept.salt)) return kept;
  const key = await caseKey(passphraseBytes(preparationPassphrase(engine)), salt);
  keys.set(engine, key);
  return key;
}

/** Reads the preparation; null where nothing was written into one yet: nothing is made by looking. */
export async function readPreparation<Result>(
  engine: Engine,
  work: (db: ReadableDb | null) => Result,
): Promise<Result> {
  const path = preparationPath(engine);
  if (!existsSync(path)) return work(null);
  const key = await keyOf(engine, path);
  // Somebody may begin to write between two statements: then all of it is read once more.
  return whenFree(() => {
    const db = openCaseForReading(path, { key });
    try {
      return work(db);
    } finally {
      db.close();
    }
  });
}

/**
 * What a new case takes from the preparation. One that cannot be read keeps no case from being made: the case says so,
 * and takes the plan that ships with the program.
 */
export async function preparedForCase(engine: Engine): Promise<Prepared> {
  try {
    return await readPreparation(engine, (db) =>
      db === null ? { plan: defaultPlan, facts: [] } : preparedFor(db),
    );
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const value = 'the one that ships with Holdfast, because the preparation could not be read';
    return { plan: defaultPlan, facts: [{ name: 'plan', value, grounds: `error ${error.code}` }] };
  }
}

/** Writes one entry into the preparation, which is made where there is none yet. It is held for that moment only. */
export async function writePreparation(
  engine: Engine,
  work: (session: WritingSession) => Entry,
): Promise<{ entry: EntryView }> {
  const path = preparationPath(engine);
  const { clock } = engine.host;
  const wish = { ...engine.host.author, ...device() };
  if (!existsSync(path)) {
    await makePreparation(engine, path, resolveSigner(engine.profile(), wish, clock.now()));
  }
  const key = await keyOf(engine, path);
  const db = await whenFree(() => openCaseForWriting(path, { key }));
  try {
    const { id } = identityOf(db);
    const signer = resolveSigner(engine.profile(), wish, clock.now());
    const head = lastHeadSeen(engine.profile(), db, id);
    const entry = work(beginWriting(db, id, signer, clock, surroundings(engine.host, path), head));
    rememberQuietly(() => rememberHead(engine.profile(), db, id));
    return { entry: viewOfNew(db, entry) };
  } finally {
    db.close();
  }
}

/** Of two programs that begin one at the same moment, the other finds it there. */
async function makePreparation(engine: Engine, path: string, signer: Signer): Promise<void> {
  const key = await caseKey(passphraseBytes(preparationPassphrase(engine)));
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const given = { title: 'Preparation', kind: 'preparation', practice: false } as const;
  try {
    createCase(
      { path, key, zone, ...given, facts: [], plan: documentOf(defaultPlan) },
      signer,
      engine.host.clock,
      surroundings(engine.host, path),
    );
  } catch (error) {
    if (!(error instanceof CaseError && error.code === 'already-exists')) throw error;
  }
}

/**
 * Another window or a command holds it for some milliseconds. Two that try at once turn each other away, so that each
 * waits for another while, ms.
 */
const TRIES = 30;
const PAUSE_MS = 400;

async function whenFree<Result>(attempt: () => Result): Promise<Result> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return attempt();
    } catch (error) {
      if (left === 0 || !(error instanceof CaseError && error.code === 'file-locked')) throw error;
      await wait(randomInt(PAUSE_MS));
    }
  }
}
