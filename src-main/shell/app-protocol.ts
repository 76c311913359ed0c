import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Protocol, ProtocolRequest, ProtocolResponse, Session } from 'electron';
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

const refused = (statusCode: 404 | 405): ProtocolResponse => ({ statusCode, data: Buffer.alloc(0) });

async function respond({ method, url }: ProtocolRequest, folder: string): Promise<ProtocolResponse> {
  if (method !== 'GET') return refused(405);
  const file = appFile(url, folder);
  if (file === null) return refused(404);
  const bytes = await readFile(file.path).catch(() => null);
  if (bytes === null) return refused(404);
  const isPage = file.type.startsWith('text/html');
  const nonce = randomBytes(16).toString('base64');
  return {
    data: isPage ? Buffer.from(withNonce(bytes.toString('utf8'), nonce)) : bytes,
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
  };
}

/**
 * Serves the page's files, and nothing beside them, to one session. The newer `protocol.handle` speaks in `Response`s,
 * whose implementation takes Node a tenth of a second to load, on the way to the first picture.
 */
export function serveApp(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
    void respond(request, folder).then(answer);
  });
}
