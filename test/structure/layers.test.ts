import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importProblem } from '../../scripts/layers/check.ts';
import { layers } from '../../scripts/layers/table.ts';
import { root } from '../../scripts/paths.ts';

/**
 * Finds imports by their text, not by a parser as lint does: two ways of looking at the same tree, so that a mistake
 * in one of them does not hide a violation.
 */
const importText =
  /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gmu;

const sources = globSync('src-{main,renderer}/**/*.{ts,tsx}', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importText)].map((match) => match[1] ?? match[2] ?? '');
}

test('there are sources, and their imports are found', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(sources.length / 2);
});

test('arrows between layers point down', () => {
  const problems = sources.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const problem = importProblem(file, specifier);
      return problem === undefined ? [] : [`${file}: ${problem}`];
    }),
  );
  expect(problems).toEqual([]);
});

test('every folder of the main side is a layer of the table', () => {
  const folders = readdirSync(join(root, 'src-main'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src-main/${entry.name}`);
  const known = layers.map(({ folder }) => folder);
  expect(folders.filter((folder) => !known.includes(folder))).toEqual([]);
});

test('the table has no cycle: no two layers may import each other', () => {
  const mayImport = new Map(layers.map(({ folder, mayImport: below }) => [folder, below]));
  const reach = (from: string, seen: ReadonlySet<string>): string[] =>
    seen.has(from)
      ? [from]
      : (mayImport.get(from) ?? []).flatMap((next) => reach(next, new Set([...seen, from])));
  expect([...mayImport.keys()].filter((folder) => reach(folder, new Set()).includes(folder))).toEqual([]);
});
