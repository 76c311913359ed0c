import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Protocol, Session } from 'electron';
import { APP_SCHEME, appFile } from './app-url.ts';
import { contentSecurityPolicy, withNonce } from './csp.ts';

/**
 * Electron security checklist, item 18: avoid the file:// protocol, serve pages from a custom one.
 * Before the app is ready. No `bypassCSP`, no `supportFetchAPI`, no service workers, no code cache on disk.
 */
export function declareAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: false } },
  ]);
}

const refused = (status: 404 | 405): Response => new Response(null, { status });

async function respond(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET') return refused(405);
  const file = appFile(request.url, folder);
  if (file === null) return refused(404);
  const bytes = await readFile(file.path).catch(() => null);
  if (bytes === null) return refused(404);
  const isPage = file.type.startsWith('text/html');
  const nonce = randomBytes(16).toString('base64');
  return new Response(isPage ? withNonce(bytes.toString('utf8'), nonce) : bytes, {
    headers: {
      'content-type': file.type,
      // On every answer, not only on pages: a picture opened by itself is a document too.
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

/** Serves the page's files, and nothing beside them, to one session. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => respond(request, folder));
}
