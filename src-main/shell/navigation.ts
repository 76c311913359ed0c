import type { App } from 'electron';

/**
 * Threat: a window that leaves our page keeps its preload script and shows what somebody else wrote.
 * Electron security checklist, items 12, 13 and 14: verify webview options, limit navigation, limit new windows.
 * There is one page, and the shell loads it itself; whatever a page wants to go to (a link, a form, a redirect, a file
 * dropped beside the drop zone, a frame, a window, a webview) is refused, in every window there will ever be.
 */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
