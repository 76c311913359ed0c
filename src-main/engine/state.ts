import type { EntryView } from '../contract/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { Linked } from '../domain/fixed.ts';
import type { CaseKey } from '../store/case-key.ts';
import type { WritableDb } from '../store/db.ts';
import type { EngineHost } from './host.ts';
import type { Jobs } from './jobs.ts';
import type { MadeDocument } from './made-document.ts';
import type { OtherCopy } from './merge/other-copy.ts';
import type { Mirroring } from './mirror/mirroring.ts';
import type { OpenCase } from './open-case.ts';
import type { ProfileAccess } from './profile-access.ts';

/** One engine: one profile, at most one open case, its running jobs. */
export interface Engine {
  readonly host: EngineHost;
  readonly jobs: Jobs;
  /** This device's profile, opened when it is first needed. @throws CaseError `profile-locked` */
  profile(): WritableDb;
  readonly access: ProfileAccess;
  open: OpenCase | null;
  /** The file that was checked last, for comparing what somebody kept with it. */
  checked: { readonly path: string; readonly key: CaseKey } | { readonly order: readonly Linked[] } | null;
  /** The copy that the open case was compared with last. */
  other: OtherCopy | null;
  /** The document that was made last, until it is taken. */
  document: MadeDocument | null;
  /** Keeps the second copy of the open case. */
  readonly mirroring: Mirroring;
  /** Tells the window and, a moment later, the profile that entries were added. */
  wrote(entryIds: readonly string[]): void;
  /** The same for entries whose views are at hand. */
  tell(views: readonly EntryView[]): void;
  /** Holds up every request until work is done: short, because somebody may be typing. */
  readonly hold: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Tells the window that entries of another copy came in. */
  merged(): void;
  /** Tells the window that entries look different now. */
  changed(entryIds: readonly string[]): void;
}

export function openCaseOf(engine: Engine): OpenCase {
  if (engine.open === null) throw new CaseError('no-case');
  return engine.open;
}
