import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import type { EventChannel, EventName } from '../contract/events.ts';
import type { Answer, MethodName } from '../contract/index.ts';
import type { CallChannel } from '../contract/shell.ts';
import type { HoldfastApi } from '../contract/window-api.ts';
import { isEventName, isMethodName } from './names.ts';
import { withoutPeers } from './no-peers.ts';

/**
 * Runs in the sandboxed page before it, in a world of its own. Threat: a page that gets hold of ipcRenderer can send
 * anything anywhere. So it gets three functions; names are checked here and, with the requests, in the main process.
 * Electron security checklist, items 3 and 20: context isolation; do not expose Electron APIs.
 */
const callChannel: CallChannel = 'holdfast:call';
const eventChannel: EventChannel = 'holdfast:event';

type Listener = (data: unknown) => void;
const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on(eventChannel, (_event, name: unknown, data: unknown) => {
  if (!isEventName(name)) return;
  for (const listener of listeners.get(name) ?? []) listener(data);
});

function refused<Name extends MethodName>(code: 'wrong-use' | 'bug', reason: string): Answer<Name> {
  return { ok: false, error: { code, message: reason, details: { reason } } };
}

const api: HoldfastApi = {
  call: async <Name extends MethodName>(name: Name, request: unknown) => {
    if (!isMethodName(name)) return refused<Name>('wrong-use', 'There is no such method.');
    try {
      return (await ipcRenderer.invoke(callChannel, name, request)) as Answer<Name>;
    } catch (error) {
      // The request cannot be copied between processes, or the main process is going away.
      return refused<Name>('bug', error instanceof Error ? error.message : String(error));
    }
  },
  on: (name, listener) => {
    if (!isEventName(name)) return () => undefined;
    const all = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, all);
    const heard: Listener = (data) => listener(data as never);
    all.add(heard);
    return () => all.delete(heard);
  },
  pathsOf: (files) => [...files].map((file) => webUtils.getPathForFile(file)),
};

void webFrame.executeJavaScript(withoutPeers);
contextBridge.exposeInMainWorld('holdfast', api);
