import { extname, join, sep } from 'node:path';

/** Where the page lives. A scheme of our own: no file:// rights, and an origin that the gate can check. */
export const APP_SCHEME = 'app';
const APP_ORIGIN = 'app://holdfast';
export const APP_INDEX = `${APP_ORIGIN}/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface AppFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file below `folder` that a URL of our scheme means, or null: another host, a way out of the folder, a kind of
 * file that the page never loads. Parts are checked after decoding, so `%2e%2e%2f` and `%5c` get nowhere either.
 */
export function appFile(url: string, folder: string): AppFile | null {
  let parts: string[];
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol !== `${APP_SCHEME}:` || host !== 'holdfast') return null;
    parts = decodeURIComponent(pathname).split('/').slice(1);
  } catch {
    return null;
  }
  const safe = parts.every((part) => /^[\w-][\w.-]*$/u.test(part));
  const path = join(folder, ...parts);
  const type = types[extname(path).toLowerCase()];
  return safe && type !== undefined && path.startsWith(folder + sep) ? { path, type } : null;
}
