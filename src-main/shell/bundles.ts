import { join } from 'node:path';

/** Where the bundles lie, seen from this one (dist/main/main.cjs), in a checkout and in a package. */
const mainFolder = __dirname;

export const bundles = {
  main: mainFolder,
  renderer: join(mainFolder, '..', 'renderer'),
  preload: join(mainFolder, 'preload.cjs'),
  engine: join(mainFolder, 'engine.cjs'),
  cli: join(mainFolder, 'cli.cjs'),
  workers: join(mainFolder, 'workers'),
} as const;
