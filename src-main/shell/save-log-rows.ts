import type { RequestOf, ResponseOf } from '../contract/index.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';
import { chooseExport } from './dialogs.ts';
import { interchangeEndings } from './interchange-endings.ts';

/**
 * Asks where the rows that a search finds are to go, and has them written there. The engine writes them, because there may
 * be millions.
 * @throws CaseError what the engine refuses, such as a name that is in use
 */
export async function saveLogRows(
  window: CaseWindow,
  request: RequestOf<'log.save'>,
): Promise<ResponseOf<'log.save'>> {
  const ending = interchangeEndings[request.format];
  const path = await chooseExport(window, `logs.${ending}`, ending);
  return path === null ? { job: null } : askEngine(window, 'log.export', { ...request, path });
}
