import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type {
  Answer,
  EngineMethodName,
  MethodName,
  RequestOf,
  ResponseOf,
  ShellMethodName,
} from '../contract/index.ts';
import { callChannel } from './channels.ts';
import { isShellMethod, parseCall } from './parse.ts';
import { refusal } from './refusal.ts';
import { requireOurPage } from './sender.ts';

/** What the gate needs of a window: its engine. */
export interface CallingWindow {
  call(method: EngineMethodName, request: unknown): Promise<Answer<EngineMethodName>>;
}

/** Who answers the shell's own methods. */
export type ShellHandlers<Window extends CallingWindow> = {
  readonly [Name in ShellMethodName]: (
    request: RequestOf<Name>,
    window: Window,
  ) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

export interface GateParts<Window extends CallingWindow> {
  /** Throws when the sender is none of our windows. */
  readonly windowOf: (event: IpcMainInvokeEvent) => Window;
  readonly handlers: ShellHandlers<Window>;
}

/**
 * Answers one question of a window: sender, method and shape are checked here, before anything else sees it.
 * Never rejects.
 */
export async function answerCall<Window extends CallingWindow>(
  { windowOf, handlers }: GateParts<Window>,
  event: IpcMainInvokeEvent,
  name: unknown,
  request: unknown,
): Promise<Answer<MethodName>> {
  try {
    requireOurPage(event.senderFrame);
    const window = windowOf(event);
    const call = parseCall(name, request);
    if (!isShellMethod(call.name)) return await window.call(call.name, call.request);
    // One handler for each name: the request was parsed by the schema of that very name.
    const handler = handlers[call.name] as (
      request: unknown,
      window: Window,
    ) => ResponseOf<MethodName> | Promise<ResponseOf<MethodName>>;
    return { ok: true, data: await handler(call.request, window) };
  } catch (error) {
    return refusal(error);
  }
}

/** The only way from a page into the program. */
export function openGate<Window extends CallingWindow>(ipcMain: IpcMain, parts: GateParts<Window>): void {
  ipcMain.handle(callChannel, async (event, name: unknown, request: unknown) =>
    answerCall(parts, event, name, request),
  );
}
