import type { App } from 'electron';

/**
 * Threat: a flaw in the web engine runs foreign code with the person's rights. Every renderer is sandboxed by the
 * operating system, whatever a single window asks for. Electron security checklist, item 4: enable process sandboxing.
 * Together with --no-sandbox (root in a container, in tests) the call would restart the check for ever; each window
 * still says `sandbox: true` then.
 */
export function sandboxEverything(app: App): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
