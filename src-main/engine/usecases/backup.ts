import { resolve } from 'node:path';
import { copiesMade } from '../../casework/copies-made.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { Backup } from '../../contract/mirror.ts';
import { utcIso } from '../../domain/brands.ts';
import { isGivenBy } from '../../domain/exhibit-number.ts';
import { localValue } from '../../store/queries/local.ts';
import { hasCopies } from '../../store/queries/exhibit.ts';
import { recordedAtAll, recordedSince } from '../../store/queries/timeline.ts';
import { keepMirror, mirrorOf } from '../mirror/mirror-setting.ts';
import { type OpenCase, writableOf } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** What of the open case is in another place, too. */
export function backupOf(engine: Engine, opened: OpenCase): Backup {
  const { db } = opened;
  const own = localValue(db, 'series') ?? '';
  // A copy without some texts, or of somebody else's file, is no second place for this one.
  const copy = copiesMade(db).findLast(({ whole, series }) => whole && isGivenBy(own, series));
  const mirror = mirrorOf(engine, opened);
  const last = Math.max(
    ...[copy?.holds, mirror?.at].map((at) => (at === undefined || at === null ? 0 : Date.parse(at))),
  );
  const { entries, first } = last === 0 && !hasCopies(db) ? recordedAtAll(db) : recordedSince(db, last);
  return {
    copy: copy === undefined ? null : { file: copy.file, made: copy.made },
    mirror:
      mirror === null
        ? null
        : { folder: mirror.folder, at: mirror.at, entries: mirror.entries, fault: mirror.fault },
    since: { entries, first: first === null ? null : utcIso(first) },
  };
}

export const show = (engine: Engine): Backup => backupOf(engine, openCaseOf(engine));

export async function set(engine: Engine, { folder }: RequestOf<'mirror.set'>): Promise<Backup> {
  const opened = openCaseOf(engine);
  writableOf(opened);
  if (folder === null) {
    keepMirror(engine, opened, null);
    return backupOf(engine, opened);
  }
  const before = mirrorOf(engine, opened);
  const place = resolve(folder);
  const salts = before?.salts ?? [];
  keepMirror(engine, opened, { folder: place, at: null, entries: 0, salts, fault: null });
  await engine.mirroring.now();
  return backupOf(engine, opened);
}

export async function now(engine: Engine): Promise<Backup> {
  await engine.mirroring.now();
  return show(engine);
}
