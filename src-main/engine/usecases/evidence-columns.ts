import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { evidenceColumnMethods, usualColumns } from '../../contract/evidence-columns.ts';
import { settingOf, setSetting } from '../../store/profile/setting.ts';
import { rememberQuietly } from '../remember.ts';
import type { Engine } from '../state.ts';

/** The columns that this device shows of the exhibits: kept in the profile, nowhere in the page. */
export function columns(
  engine: Engine,
  given: RequestOf<'evidence.columns'>,
): ResponseOf<'evidence.columns'> {
  if (given.columns !== undefined) {
    const text = JSON.stringify(given.columns);
    rememberQuietly(() => setSetting(engine.profile(), 'exhibit-columns', text));
    return { columns: given.columns };
  }
  const kept = settingOf(engine.profile(), 'exhibit-columns');
  const parsed = evidenceColumnMethods['evidence.columns'].response.safeParse({ columns: asJson(kept) });
  return parsed.success ? parsed.data : { columns: [...usualColumns] };
}

function asJson(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    // Written by another version: the usual columns are shown.
    return null;
  }
}
