import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { CaseKey } from '../../src-main/store/case-key.ts';
import type { EngineProcess } from '../../src-main/engine/create-engine.ts';
import { entriesWithKey, verdict } from './fault-engine.ts';

export interface Death {
  readonly path: string;
  readonly key: CaseKey;
  /** Reads and verifies; its profile has never seen the case, so that only the files themselves can tell. */
  readonly reader: EngineProcess;
  /** Every entry that was acknowledged so far. */
  readonly acknowledged: readonly string[];
  /** How the process came to its end, for the message of a failure. */
  readonly what: string;
}

export interface Autopsy {
  /** A journal with content lay beside the file: the process died inside a transaction. */
  readonly hot: boolean;
  /** The main file alone was neither the state before nor the one after. */
  readonly torn: boolean;
}

/**
 * The three promises about a case whose writer was killed. (a) The file with its journal holds every acknowledged
 * entry, wherever both are copied. (b) After it was opened and closed once, the file alone does, nothing lies beside
 * it, and it verifies. (c) The main file copied without its journal is whole, or it is reported; what verifies
 * holds every acknowledged entry.
 */
export async function lookAfterDeath({ path, key, reader, acknowledged, what }: Death): Promise<Autopsy> {
  const journal = `${path}-journal`;
  const hot = existsSync(journal) && statSync(journal).size > 0;
  const elsewhere = join(dirname(path), 'elsewhere');
  mkdirSync(elsewhere, { recursive: true });
  const both = join(elsewhere, 'both.holdfast');
  const alone = join(elsewhere, 'alone.holdfast');
  copyFileSync(path, both);
  copyFileSync(path, alone);
  if (existsSync(journal)) copyFileSync(journal, `${both}-journal`);

  expectAll(entriesWithKey(both, key), acknowledged, `file and journal elsewhere, ${what}`);

  expectAll(entriesWithKey(path, key, true), acknowledged, `the file itself, ${what}`);
  const beside = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}-`));
  expect(beside, `beside the file, ${what}`).toEqual([]);
  copyFileSync(path, both);
  expectAll(entriesWithKey(both, key), acknowledged, `the file alone after one opening, ${what}`);
  const healed = await verdict(reader, path, key);
  expect(healed, what).toMatchObject({ ok: true, said: '' });

  const same = readFileSync(alone).equals(readFileSync(path));
  // The state before the note is the healed one; the state after it is one that was committed but not yet told.
  const judged = same ? healed : await verdict(reader, alone, key);
  const seen = entriesWithKey(alone, key);
  if (judged.ok) expectAll(seen, acknowledged, `the main file alone, which verifies, ${what}`);
  else expect(seen, `verify says ${judged.said}, open says nothing, ${what}`).toBeTypeOf('string');
  return { hot, torn: !judged.ok };
}

function expectAll(seen: ReadonlySet<string> | string, acknowledged: readonly string[], what: string): void {
  if (typeof seen === 'string') expect.fail(`${what}: ${seen}`);
  const missing = acknowledged.filter((id) => !seen.has(id));
  expect(missing, `acknowledged and not there: ${what}`).toEqual([]);
}
