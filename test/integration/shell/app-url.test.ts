import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { appFile } from '../../../src-main/shell/app-url.ts';
import { contentSecurityPolicy, withNonce } from '../../../src-main/shell/csp.ts';
import { mayLoad } from '../../../src-main/shell/no-network-session.ts';

const folder = '/opt/holdfast/dist/renderer';

test.each([
  ['app://holdfast/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['app://holdfast/assets/index-B_1.js?x#y', 'assets/index-B_1.js', 'text/javascript; charset=utf-8'],
  ['app://holdfast/assets/../index.html', 'index.html', 'text/html; charset=utf-8'],
])('%s is the file %s', (url, name, type) => {
  expect(appFile(url, folder)).toEqual({ path: join(folder, name), type });
});

test.each([
  'app://other/index.html',
  'app://holdfast.example/index.html',
  'http://holdfast/index.html',
  'file:///etc/passwd',
  'app://holdfast/',
  'app://holdfast/assets',
  'app://holdfast/..%2fmain%2fmain.js',
  'app://holdfast/%2e%2e%2f%2e%2e%2fetc%2fpasswd.json',
  'app://holdfast/..%5c..%5cmain.js',
  'app://holdfast/assets//index.js',
  'app://holdfast/index.html%00.png',
  'app://holdfast/.hidden.json',
  'app://holdfast/index.html.map',
  'app://holdfast/%E0%A4%A',
  'not a url',
])('%s is no file of the page', (url) => {
  expect(appFile(url, folder)).toBeNull();
});

test('no URL leads out of the folder', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', 'a', 'b.js', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const file = appFile(`app://holdfast/${parts.join('/')}`, folder);
      expect(file === null || file.path.startsWith(`${folder}/`)).toBe(true);
    }),
  );
});

test('the policy is the one of the architecture, with the nonce for styles only', () => {
  expect(contentSecurityPolicy('abc')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data:; " +
      "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(withNonce('<meta name="csp-nonce" content="__CSP_NONCE__" />', 'abc')).toBe(
    '<meta name="csp-nonce" content="abc" />',
  );
});

test('a page loads from app://holdfast only; developer tools load themselves in development', () => {
  expect(mayLoad('app://holdfast/index.html', false)).toBe(true);
  expect(mayLoad('devtools://devtools/bundled/x.js', true)).toBe(true);
  for (const url of [
    'devtools://devtools/x',
    'app://holdfast.example/',
    'http://127.0.0.1/',
    'ws://x/',
    'blob:null/1',
  ]) {
    expect(mayLoad(url, false)).toBe(false);
  }
});
