import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/**
 * What `electron FOLDER` runs. The vendor's build has such a loader in resources/default_app.asar; the development
 * runtime comes without one, so it gets ours: the first argument that is no switch is the app's folder.
 */
const loader = `
'use strict';
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');
const argument = process.argv.slice(1).find((text) => !text.startsWith('-'));
if (argument === undefined) {
  console.error('development runtime: name the folder of an app');
  app.exit(1);
} else {
  process.defaultApp = true;
  const path = resolve(argument);
  if (/\\.c?js$/.test(path)) require(path);
  else {
    const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    app.setName(about.productName ?? about.name);
    app.setVersion(about.version);
    app.setAppPath(path);
    require(join(path, about.main));
  }
}
`;

/** Writes that loader into the runtime in `folder`. A packager deletes it, as it does with the vendor's. */
export async function writeDefaultApp(folder: string): Promise<void> {
  const source = mkdtempSync(join(tmpdir(), 'holdfast-default-app-'));
  try {
    writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.cjs' }));
    writeFileSync(join(source, 'main.cjs'), loader);
    await createPackage(source, join(folder, 'resources', 'default_app.asar'));
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}
