import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { count } from '../format/number.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { shownZone, useCase } from './case.ts';
import { sayDone } from './done.ts';
import { question } from './timeline.ts';

export type ExportFormat = RequestOf<'timeline.save'>['format'];

/** Why the last export failed; null where it did not. */
export const useExport = create<{ readonly error: ErrorData | null }>(() => ({ error: null }));

/** Writes what is shown, or some places of it, where the person says. @param range first and last place, inclusive */
export async function exportEntries(
  format: ExportFormat,
  range: readonly [number, number] | null,
): Promise<void> {
  const part = range === null ? {} : { offset: range[0], limit: range[1] - range[0] + 1 };
  const answer = await ask('timeline.save', {
    ...question(),
    ...part,
    zone: shownZone(useCase.getState()),
    format,
  });
  useExport.setState({ error: answer.ok ? null : answer.error });
  if (answer.ok && answer.data.path !== null) {
    const { path, leftOut, shortened } = answer.data;
    const text = en.timeline.export;
    const missing = leftOut.undated + leftOut.outside;
    sayDone(
      [
        text.done(visibleName(fileName(path))),
        missing === 0 ? '' : text.leftOut(count(missing)),
        shortened === 0 ? '' : text.shortened(count(shortened)),
      ].join(''),
    );
  }
}

export function dismissExportError(): void {
  useExport.setState({ error: null });
}
