import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Answer, MethodName } from '../contract/index.ts';
import { callChannel } from './channels.ts';
import { firstQuestion } from './first-question.ts';
import type { CallingWindow, GateParts } from './gate-parts.ts';
import { refusal } from './refusal.ts';
import { requireOurPage } from './sender.ts';

/** Answers one question of a page. Never rejects: a refusal is data. */
export async function answer<Window extends CallingWindow>(
  { windowOf, handlers }: GateParts<Window>,
  event: IpcMainInvokeEvent,
  name: unknown,
  request: unknown,
): Promise<Answer<MethodName>> {
  try {
    requireOurPage(event.senderFrame);
    const window = windowOf(event);
    const early = firstQuestion(name, request);
    if (early !== null) return { ok: true, data: await handlers[early]({}, window) };
    // With it come the contract's schemas: only now, not on the way to the first picture.
    const { answerCall } = await import('./answer-call.ts');
    return await answerCall(handlers, window, name, request);
  } catch (error) {
    return refusal(error);
  }
}

/** The only way from a page into the program. */
export function openGate<Window extends CallingWindow>(ipcMain: IpcMain, parts: GateParts<Window>): void {
  ipcMain.handle(callChannel, async (event, name: unknown, request: unknown) =>
    answer(parts, event, name, request),
  );
}
