import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventChannel, EventName } from '../contract/events.ts';
import type { Answer, MethodName } from '../contract/index.ts';
import type { CallChannel } from '../contract/shell.ts';
import type { HoldfastApi } from '../contract/window-api.ts';
import { isEventName, isMethodName } from './names.ts';

/**
 * Runs in the sandboxed page before it, in a world of its own. Threat: a page that gets hold of ipcRenderer can send
 * anything anywhere. So it gets three functions, and names are checked here and again in the main process.
 * Electron security checklist, items 3 and 20: context isolation, do not expose Electron APIs.
 */
const callChannel: CallChannel = 'holdfast:call';
const eventChannel: EventChannel = 'holdfast:event';

type Listener = (data: never) => void;
const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on(eventChannel, (_event, name: unknown, data: never) => {
  if (!isEventName(name)) return;
  for (const listener of listeners.get(name) ?? []) listener(data);
});

function wrongUse(reason: string): { readonly ok: false; readonly error: Answer<MethodName> & object } {
  return { ok: false, error: { code: 'wrong-use', message: reason, details: { reason } } as never };
}

const api: HoldfastApi = {
  call: async (name, request) => {
    if (!isMethodName(name)) return wrongUse('There is no such method.') as never;
    return (await ipcRenderer.invoke(callChannel, name, request)) as never;
  },
  on: (name, listener) => {
    if (!isEventName(name)) return () => undefined;
    const all = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, all);
    all.add(listener);
    return () => all.delete(listener);
  },
  pathsOf: (files) => [...files].map((file) => webUtils.getPathForFile(file)),
};

contextBridge.exposeInMainWorld('holdfast', api);
