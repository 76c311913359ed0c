import type { EventData, EventName } from '../../src-main/contract/events.ts';
import type { Answer, MethodName, RequestOf } from '../../src-main/contract/index.ts';
import type { HoldfastApi } from '../../src-main/contract/window-api.ts';

declare global {
  interface Window {
    readonly holdfast: HoldfastApi;
  }
}

let unlockProfile = async (): Promise<boolean> => Promise.resolve(false);

/** Says who opens a profile whose keys are under a passphrase: questions that need it wait, and are asked again. */
export function onProfileLocked(handler: () => Promise<boolean>): void {
  unlockProfile = handler;
}

/**
 * Asks the engine or the shell. Never rejects: a failure of the bridge itself comes back as a `bug`, so that
 * no screen needs a second way of handling errors.
 */
export async function ask<Name extends MethodName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<Answer<Name>> {
  const answer = await call(name, request);
  if (answer.ok || answer.error.code !== 'profile-locked') return answer;
  return (await unlockProfile()) ? call(name, request) : answer;
}

async function call<Name extends MethodName>(name: Name, request: RequestOf<Name>): Promise<Answer<Name>> {
  try {
    return await window.holdfast.call(name, request);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, error: { code: 'bug', message: reason, details: { method: name } } };
  }
}

/** Listens to an event of the contract until the returned function is called. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (data: EventData<Name>) => void,
): () => void {
  return window.holdfast.on(name, listener);
}

/** Where dropped files lie on disk; files that lie nowhere (dragged out of a browser) are left out. */
export function pathsOf(files: readonly File[]): readonly string[] {
  return window.holdfast.pathsOf(files).filter((path) => path !== '');
}
