import type { App, Session } from 'electron';

/** What pages may load. Everything else, in every scheme that the hook sees, is cancelled. */
export function mayLoad(url: string, developing: boolean): boolean {
  return url.startsWith('app://holdfast/') || (developing && url.startsWith('devtools://'));
}

/**
 * The layers below the page's CSP: a page that got rid of it (a flaw in the renderer) still reaches nothing.
 * Each alone is enough; test/e2e/shell-hardening.spec.ts takes the others away.
 */
async function forbidNetwork(session: Session, developing: boolean): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, developing) });
  });
  // -2 = refuse the certificate: no server is who it says it is.
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  // Also where no page is: the spell checker of a session fetches its dictionary as soon as the session exists.
  session.setSpellCheckerEnabled(false);
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([]);
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:1',
    // Without this, loopback addresses go past the proxy.
    proxyBypassRules: '<-loopback>',
  });
}

/**
 * Before the app is ready: Chromium makes sessions of its own, and the default one looks for the network although no
 * window uses it.
 */
export function forbidNetworkInSessions(app: App, developing: boolean): void {
  app.on('session-created', (session) => void forbidNetwork(session, developing));
}
