import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandardMade } from '../../../src-main/contract/standard.ts';
import { readCaseUco } from '../../support/case-uco-rules.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { generateCase } from '../../support/generate-record.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { full } from '../../support/scale.ts';
import { stixProblems } from '../../support/stix-rules.ts';

const ENTRIES = full ? 100_000 : 3000;

let b: Bench;
let path = '';
/** Done once, when a job tells how far it is. */
let meanwhile: ((engine: OpenEngine) => Promise<unknown>) | null = null;
const asked: Promise<unknown>[] = [];
const begun = (): string[] => readdirSync(b.folder).filter((name) => name.endsWith('.new'));
let engine: OpenEngine;

beforeAll(async () => {
  b = bench('standards-size');
  path = b.path('case.holdfast');
  await generateCase(path, {
    entries: ENTRIES,
    seed: 9,
    passphrase: PASSPHRASE,
    authors: 4,
    all: true,
    gaps: true,
  });
  engine = openEngine(b.path('profile'), {
    progress: () => {
      if (meanwhile === null) return;
      asked.push(meanwhile(engine));
      meanwhile = null;
    },
  });
  await engine.open(path);
}, 300_000);
afterAll(async () => {
  await engine.close();
  b.clean();
});

test('a long record of all kinds and several authors is sound in both, and a note that is written meanwhile is in neither', async () => {
  const text = 'written while it was exported';
  meanwhile = async () => engine.ask('note.add', { text });
  const stix = b.path('long.json');
  const made = (await engine.job('share.standard', { format: 'stix', path: stix })) as StandardMade;
  const written = readFileSync(stix, 'utf8');
  expect(stixProblems(written)).toEqual([]);
  expect(written).not.toContain(text);
  expect(made.entries).toBeGreaterThanOrEqual(ENTRIES);
  expect(made.written + made.leftOut.entries).toBe(made.entries);
  await Promise.all(asked.splice(0));
  const graph = b.path('long.jsonld');
  const other = (await engine.job('share.standard', { format: 'case-uco', path: graph })) as StandardMade;
  // The note, and the author who wrote it.
  expect(other.entries).toBe(made.entries + 2);
  expect(other.written).toBe(other.entries);
  const { nodes, problems } = await readCaseUco(readFileSync(graph, 'utf8'));
  expect(problems).toEqual([]);
  expect(nodes.size).toBeGreaterThan(ENTRIES / 2);
}, 600_000);

test('a text that is withheld meanwhile throws it away, and nothing half is left', async () => {
  const { entry } = await engine.ask('note.add', { text: 'customer 4111 1111 1111 1111' });
  meanwhile = async () =>
    engine.ask('entry.withhold', { entry: entry.id, field: 'text', why: 'a card number' });
  const out = b.path('withheld.json');
  const failed = await engine.jobRefused('share.standard', { format: 'stix', path: out });
  expect(failed.code).toBe('withheld-meanwhile');
  await Promise.all(asked.splice(0));
  expect(existsSync(out)).toBe(false);
  expect(begun()).toEqual([]);
}, 120_000);

test('what is left of it where the program is killed, which nothing encrypts, is gone at the next opening', async () => {
  let left: string[] = [];
  const killed = b.path('killed.holdfast');
  meanwhile = async () => {
    left = begun();
    return copyFile(path, killed);
  };
  await engine.job('share.standard', { format: 'case-uco', path: b.path('killed.jsonld') });
  await Promise.all(asked.splice(0));
  expect(left).toHaveLength(1);
  expect(begun()).toEqual([]);
  for (const name of left) writeFileSync(b.path(name), 'half of a record');
  const next = openEngine(b.path('next'));
  await next.open(killed);
  await next.close();
  expect(begun()).toEqual([]);
}, 120_000);
