/** A file that must not pass lint, and what the rule says about it. */
export interface Planted {
  readonly promise: string;
  readonly file: string;
  readonly source: string;
  readonly says: RegExp;
}

const note = (line: string): string => `${line}\nexport const planted = 1;\n`;

export const violations: readonly Planted[] = [
  {
    promise: 'domain imports nothing of ours',
    file: 'src-main/domain/planted.ts',
    source: note("import '../store/open-case.ts';"),
    says: /src-main\/domain\/ may not import src-main\/store\//u,
  },
  {
    promise: 'domain uses no Node module',
    file: 'src-main/domain/planted.ts',
    source: note("import 'node:fs';"),
    says: /may not import the package node:fs/u,
  },
  {
    promise: 'a re-export is an import',
    file: 'src-main/contract/planted.ts',
    source: "export * from '../store/open-case.ts';\n",
    says: /src-main\/contract\/ may not import src-main\/store\//u,
  },
  {
    promise: 'a dynamic import is an import',
    file: 'src-main/store/planted.ts',
    source: "export const planted = () => import('../casework/create-case.ts');\n",
    says: /src-main\/store\/ may not import src-main\/casework\//u,
  },
  {
    promise: 'a type import is an import',
    file: 'src-main/logs/planted.ts',
    source: "export type Planted = import('../evidence/planted.ts').Planted;\n",
    says: /src-main\/logs\/ may not import src-main\/evidence\//u,
  },
  {
    promise: 'a require is an import',
    file: 'src-main/casework/planted.ts',
    source:
      "declare const require: (name: string) => unknown;\nexport const planted = require('../share/planted.ts');\n",
    says: /src-main\/casework\/ may not import src-main\/share\//u,
  },
  {
    promise: 'the command line goes through the engine',
    file: 'src-main/cli/planted.ts',
    source: note("import '../store/open-case.ts';"),
    says: /src-main\/cli\/ may not import src-main\/store\//u,
  },
  {
    promise: 'a folder that is no layer is found',
    file: 'src-main/misc/planted.ts',
    source: note("import '../domain/brands.ts';"),
    says: /lies in no layer/u,
  },
  {
    promise: 'the page imports only contract and domain from the main side',
    file: 'src-renderer/state/planted.ts',
    source: note("import '../../src-main/engine/engine.ts';"),
    says: /src-renderer\/state\/ may not import src-main\/engine\//u,
  },
  {
    promise: 'features never import each other',
    file: 'src-renderer/features/planted-a/planted.ts',
    source: note("import '../planted-b/planted.ts';"),
    says: /features are strangers/u,
  },
  {
    promise: 'the shared look knows no feature',
    file: 'src-renderer/ui/planted.ts',
    source: note("import '../features/planted-b/planted.ts';"),
    says: /src-renderer\/ui\/ may not import src-renderer\/features\//u,
  },
  {
    promise: 'only the shared look imports Mantine',
    file: 'src-renderer/features/planted-a/planted.ts',
    source: note("import '@mantine/core';"),
    says: /only src-renderer\/ui\/ may import @mantine/u,
  },
  {
    promise: 'the page has no Node',
    file: 'src-renderer/format/planted.ts',
    source: note("import 'node:path';"),
    says: /may not import the package node:path/u,
  },
  {
    promise: 'only the store imports the driver',
    file: 'src-main/casework/planted.ts',
    source: note("import 'better-sqlite3';"),
    says: /only src-main\/store\/ may import better-sqlite3/u,
  },
  {
    promise: 'SQL stands in the store only',
    file: 'src-main/casework/planted.ts',
    source: "export const planted = (db: { prepare(sql: string): unknown }) => db.prepare('select 1');\n",
    says: /only src-main\/store\/ may call \.prepare\(\)/u,
  },
  {
    promise: 'only the edges know Electron',
    file: 'src-main/engine/planted.ts',
    source: note("import 'electron';"),
    says: /may import electron/u,
  },
  {
    promise: 'a key is set in one place: method',
    file: 'src-main/store/planted.ts',
    source: "export const planted = (db: { key(k: string): void }) => db.key('x');\n",
    says: /may call \.key\(\)/u,
  },
  {
    promise: 'a key is set in one place: pragma',
    file: 'src-main/store/planted.ts',
    source: 'export const planted = (db: { pragma(t: string): void }) => db.pragma("rekey = \'x\'");\n',
    says: /key and cipher pragmas/u,
  },
  {
    promise: 'a cipher is chosen in one place: template',
    file: 'src-main/store/planted.ts',
    source:
      "export const planted = (db: { pragma(t: string): void }, c: string) => db.pragma(`cipher = '${c}'`);\n",
    says: /key and cipher pragmas/u,
  },
  {
    promise: 'a cipher is chosen in one place: SQL text',
    file: 'src-main/store/planted.ts',
    source: "export const planted = 'PRAGMA cipher_compatibility = 3';\n",
    says: /key and cipher pragmas/u,
  },
  {
    promise: 'a database is never serialised to plain text',
    file: 'src-main/store/planted.ts',
    source: 'export const planted = (db: { serialize(): unknown }) => db.serialize();\n',
    says: /leaves the encryption/u,
  },
  {
    promise: 'the driver’s backup, which fails on encrypted files, is not used',
    file: 'src-main/store/planted.ts',
    source: "export const planted = (db: { backup(t: string): unknown }) => db.backup('x');\n",
    says: /leaves the encryption/u,
  },
  ...['net', 'node:http', 'node:https', 'http2', 'node:dns/promises', 'dgram', 'node:tls'].map((name) => ({
    promise: `no network: ${name}`,
    file: 'src-main/engine/planted.ts',
    source: note(`import '${name}';`),
    says: /no network/u,
  })),
  {
    promise: 'no network: a built-in module by another door',
    file: 'src-main/engine/planted.ts',
    source: "export const planted = process.getBuiltinModule('node:http');\n",
    says: /opens sockets/u,
  },
  {
    promise: 'no network: Electron’s own client',
    file: 'src-main/shell/planted.ts',
    source: "import { net } from 'electron';\nexport const planted = net;\n",
    says: /no network/u,
  },
  ...['fetch', 'WebSocket', 'XMLHttpRequest', 'globalThis.fetch', 'window.WebSocket'].map((name) => ({
    promise: `no network: ${name}`,
    file: 'src-renderer/api/planted.ts',
    source: `export const planted = ${name};\n`,
    says: /no network/u,
  })),
  ...['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'performance.now()', 'crypto.randomUUID()'].map(
    (text) => ({
      promise: `domain is pure: ${text}`,
      file: 'src-main/domain/planted.ts',
      source: `export const planted = ${text};\n`,
      says: /pure|clock/u,
    }),
  ),
];
