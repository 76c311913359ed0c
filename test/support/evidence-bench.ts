import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { type Bench, type CliJson, bench } from './cli.ts';
import { type OpenEngine, openEngine } from './open-engine.ts';
import { smallCase } from './small-case.ts';

/** A bench with a case that is made anew for each group of tests; nothing holds it open between calls. */
export interface EvidenceBench {
  readonly b: Bench;
  /** The case of this group. */
  readonly path: string;
  newCase(): Promise<void>;
  /** Writes a file on the bench. @returns its path */
  written(name: string, content?: string | Uint8Array): string;
  /** Works on the case by the engine itself. */
  withEngine<Result>(work: (engine: OpenEngine) => Promise<Result>): Promise<Result>;
  /** The data of `evidence show`. */
  shown(exhibit: string): CliJson['data'];
}

export function evidenceBench(name: string): EvidenceBench {
  let b: Bench;
  let path = '';
  let cases = 0;
  beforeAll(() => {
    b = bench(name);
  });
  afterAll(() => {
    b.clean();
  });
  return {
    get b() {
      return b;
    },
    get path() {
      return path;
    },
    async newCase() {
      cases += 1;
      path = await smallCase(b.path(`case-${cases}.holdfast`), b.path('profile'));
    },
    written(file, content = file) {
      writeFileSync(b.path(file), content);
      return b.path(file);
    },
    async withEngine(work) {
      const engine = openEngine(b.path('profile'));
      try {
        await engine.open(path);
        return await work(engine);
      } finally {
        await engine.close();
      }
    },
    shown: (exhibit) => b.cli('evidence', 'show', path, exhibit).json.data,
  };
}
