import type { Answer, MethodName, ResponseOf } from '../contract/index.ts';
import type { CallingWindow, ShellHandlers } from './gate-parts.ts';
import { isShellMethod, parseCall } from './parse.ts';

/**
 * Answers one question of a window whose sender was checked: method and shape are checked here, before anything else
 * sees them.
 * @throws CaseError `wrong-use`, `too-large`, and what a handler throws
 */
export async function answerCall<Window extends CallingWindow>(
  handlers: ShellHandlers<Window>,
  window: Window,
  name: unknown,
  request: unknown,
): Promise<Answer<MethodName>> {
  const call = parseCall(name, request);
  if (!isShellMethod(call.name)) return window.call(call.name, call.request);
  // One handler for each name: the request was parsed by the schema of that very name.
  const handler = handlers[call.name] as (
    request: unknown,
    window: Window,
  ) => ResponseOf<MethodName> | Promise<ResponseOf<MethodName>>;
  return { ok: true, data: await handler(call.request, window) };
}
