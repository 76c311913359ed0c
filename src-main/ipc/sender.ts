import { CaseError } from '../domain/errors.ts';

/** The part of Electron's frame that tells who asks; null where the frame is gone already. */
export interface SenderFrame {
  readonly url: string;
  /** Null for the page itself, set for a frame inside it. */
  readonly parent: unknown;
}

/**
 * Threat: a frame, a page that replaced ours, or the developer tools asks in the name of the window.
 * Electron security checklist, item 17: validate the sender of all IPC messages.
 * The URL is parsed, not searched: `app://holdfast.example/` and `http://x/app://holdfast/` are others.
 */
export function isOurPage(frame: SenderFrame | null): boolean {
  if (frame === null || frame.parent !== null) return false;
  try {
    const { protocol, host } = new URL(frame.url);
    return protocol === 'app:' && host === 'holdfast';
  } catch {
    return false;
  }
}

/** @throws CaseError `wrong-use` */
export function requireOurPage(frame: SenderFrame | null): void {
  if (!isOurPage(frame)) {
    throw new CaseError('wrong-use', { reason: 'The question did not come from a window of Holdfast.' });
  }
}
