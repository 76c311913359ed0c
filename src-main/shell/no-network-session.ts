import type { Session } from 'electron';

/** What pages may load. Everything else, in every scheme that the hook sees, is cancelled. */
export function mayLoad(url: string, developing: boolean): boolean {
  return url.startsWith('app://holdfast/') || (developing && url.startsWith('devtools://'));
}

/**
 * The layers below the page's CSP: a page that got rid of it (a flaw in the renderer) still reaches nothing.
 * Each alone is enough; test/e2e/shell-hardening.spec.ts removes one after the other.
 */
export async function forbidNetworkInSession(session: Session, developing: boolean): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, developing) });
  });
  // -2 = refuse the certificate: no server is who it says it is.
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.setSpellCheckerEnabled(false);
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:1',
    // Without this, loopback addresses go past the proxy.
    proxyBypassRules: '<-loopback>',
  });
}
