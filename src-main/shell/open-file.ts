import type { App } from 'electron';

/**
 * macOS gives a double-clicked file by an event, sometimes before the app is ready: those wait until `listen` is called.
 */
export function onOpenFile(app: App): { listen(open: (path: string) => void): void } {
  const early: string[] = [];
  let open = (path: string): void => void early.push(path);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  return {
    listen: (listener) => {
      open = listener;
      for (const path of early.splice(0)) listener(path);
    },
  };
}
