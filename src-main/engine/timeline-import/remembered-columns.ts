import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Mapping, columnFields } from '../../domain/import/column-field.ts';
import { CaseError } from '../../domain/errors.ts';
import type { ReadableDb } from '../../store/db.ts';
import { settingOf, setSetting } from '../../store/profile/setting.ts';
import { rememberQuietly } from '../remember.ts';
import type { Engine } from '../state.ts';

const schema = z.array(z.enum(columnFields).nullable());

/** The names of the columns themselves are not kept. */
const settingFor = (columns: readonly string[]): `columns/${string}` =>
  `columns/${createHash('sha256').update(JSON.stringify(columns)).digest('hex')}`;

/** What the columns of an earlier import with this header were read as, or null. */
export function rememberedColumns(profile: ReadableDb, columns: readonly string[]): Mapping | null {
  try {
    const text = settingOf(profile, settingFor(columns));
    return text === undefined ? null : schema.parse(JSON.parse(text));
  } catch (error) {
    // What cannot be read is forgotten: names are guessed anew.
    const isOdd = error instanceof SyntaxError || error instanceof z.ZodError || error instanceof CaseError;
    if (isOdd) return null;
    throw error;
  }
}

export function rememberColumns(engine: Engine, columns: readonly string[], mapping: Mapping): void {
  rememberQuietly(() => setSetting(engine.profile(), settingFor(columns), JSON.stringify(mapping)));
}
