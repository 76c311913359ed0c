import type { EngineMethodName, RequestOf, ResponseOf } from '../contract/index.ts';
import { CaseError, isErrorCode } from '../domain/errors.ts';
import type { CallingWindow } from '../ipc/gate-parts.ts';

/** Asks the engine of a window in the shell's own name. @throws CaseError what the engine answers */
export async function askEngine<Name extends EngineMethodName>(
  window: CallingWindow,
  name: Name,
  request: RequestOf<Name>,
): Promise<ResponseOf<Name>> {
  const answer = await window.call(name, request);
  if (answer.ok) return answer.data as ResponseOf<Name>;
  const { code, details } = answer.error;
  throw new CaseError(isErrorCode(code) ? code : 'bug', details);
}
