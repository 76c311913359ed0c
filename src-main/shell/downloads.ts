import type { Session } from 'electron';

/** Threat: a page that saves bytes past the case file. What leaves a case leaves it through a use case. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
