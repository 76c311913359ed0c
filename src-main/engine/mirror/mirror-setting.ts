import * as z from 'zod';
import { errorSchema } from '../../contract/error.ts';
import { forgetSetting, setSetting, settingOf } from '../../store/profile/setting.ts';
import { localValue } from '../../store/queries/local.ts';
import type { OpenCase } from '../open-case.ts';
import { rememberQuietly } from '../remember.ts';
import type { Engine } from '../state.ts';

const settingSchema = z.strictObject({
  folder: z.string(),
  /** When the last good one was complete, UTC; null before the first. */
  at: z.string().nullable(),
  /** Entries in it. */
  entries: z.int(),
  /** Salts (hex) of files that were put there: what has one of them may be replaced. */
  salts: z.array(z.string()),
  /** Why the last try failed. */
  fault: errorSchema.nullable(),
});

/** The second copy of a case on this device: no part of the record. */
export type MirrorSetting = z.infer<typeof settingSchema>;

/** Each copy has a mirror of its own. */
const nameOf = ({ caseId, db }: OpenCase): `mirror/${string}` =>
  `mirror/${caseId}/${localValue(db, 'series') ?? ''}`;

/** Null where there is none, and where this device's profile cannot be asked. */
export function mirrorOf(engine: Engine, opened: OpenCase): MirrorSetting | null {
  let text: string | undefined;
  rememberQuietly(() => (text = settingOf(engine.profile(), nameOf(opened))));
  if (text === undefined) return null;
  try {
    return settingSchema.parse(JSON.parse(text));
  } catch {
    // Written by another version: as if there were none, and the person chooses again.
    return null;
  }
}

/** @throws CaseError what the profile refuses */
export function keepMirror(engine: Engine, opened: OpenCase, mirror: MirrorSetting | null): void {
  if (mirror === null) forgetSetting(engine.profile(), nameOf(opened));
  else setSetting(engine.profile(), nameOf(opened), JSON.stringify(mirror));
}
