import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = readJson('package.json') as Manifest;

test('every command is run by the bootstrap, and exists', () => {
  for (const [name, script] of Object.entries(manifest.scripts)) {
    const command = /^node scripts\/run\.mjs (\S+)/u.exec(script)?.[1];
    expect(command, name).toBeDefined();
    expect(existsSync(join(root, 'scripts/commands', `${command}.ts`)), name).toBe(true);
  }
});

test('every dependency is pinned to one version', () => {
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  const loose = Object.entries(versions).filter(
    ([, version]) => !/^(?:npm:[\w-]+@)?\d+\.\d+\.\d+$/u.test(version),
  );
  expect(loose).toEqual([]);
});

test('all @mantine packages have one version', () => {
  const versions = Object.entries(manifest.devDependencies).filter(([name]) => name.startsWith('@mantine/'));
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
});

test('package-lock.json names no registry but the public one, and a digest for every package', () => {
  const { packages } = readJson('package-lock.json') as {
    packages: Readonly<Record<string, { resolved?: string; integrity?: string; inBundle?: boolean }>>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const elsewhere = entries.filter(
    ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  const unchecked = entries.filter(
    ([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true,
  );
  expect(elsewhere).toEqual([]);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test('the schema library is imported in the form that leaves its languages out of the bundles', () => {
  const sources = globSync('src-{main,renderer}/**/*.{ts,tsx}', { cwd: root });
  expect(sources.length).toBeGreaterThan(300);
  // `import { z }` brings half a megabyte into each program and thread.
  const whole = (text: string): boolean => /^import \{[^}]*\bz\b[^}]*\} from 'zod'/mu.test(text);
  expect(whole("import { z } from 'zod';")).toBe(true);
  expect(sources.filter((file) => whole(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
