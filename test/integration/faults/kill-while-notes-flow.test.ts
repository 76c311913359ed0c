import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { keyOfFile } from '../../../src-main/store/open-case.ts';
import { full } from '../../support/scale.ts';
import { bundled } from '../../support/bundled.ts';
import { lookAfterDeath } from '../../support/case-at-death.ts';
import { faultEngine, makeCase } from '../../support/fault-engine.ts';
import { say, seeded } from '../../support/seed.ts';

const PASS = 'killed while notes were flowing';
const KILLS = full ? 50 : 5;
/** The case is started anew now and then, so that its checks stay quick. */
const LIVES = 10;
const folder = mkdtempSync(join(tmpdir(), 'holdfast-kill-'));
const profile = join(folder, 'profile');
const baseProfile = join(folder, 'base-profile');
const base = join(folder, 'base.holdfast');
const path = join(folder, 'case', 'incident.holdfast');

beforeAll(async () => {
  await makeCase(baseProfile, bundled, { path: base, title: 'Killed', passphrase: PASS });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Writer {
  /** Lets it write, kills it `after` ms after its first acknowledged note, and returns all it acknowledged. */
  run(after: number): Promise<string[]>;
  kill(): void;
}

/** Started early: it loads its program while the one before it is looked at. */
function startWriter(): Writer {
  const child = spawn(process.execPath, [bundled.program('writer'), path, profile], {
    env: { PATH: process.env.PATH, HOLDFAST_PASSPHRASE: PASS },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  return {
    kill,
    run: async (after) => {
      let told = '';
      let timer: NodeJS.Timeout | null = null;
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        told += piece;
        timer ??= setTimeout(kill, after);
      });
      const closed = once(child, 'close');
      child.stdin.write('\n');
      const [, signal] = (await closed) as [number | null, string | null];
      expect(signal, 'the writer ended by itself').toBe('SIGKILL');
      // A line that was cut off in the middle was not told completely.
      return told.split('\n').slice(0, -1);
    },
  };
}

test(
  'every note that was acknowledged is there after the program was killed',
  { timeout: 300_000 },
  async () => {
    const dice = seeded('kills while notes flow');
    const started = performance.now();
    const key = await keyOfFile(base, passphraseBytes(PASS));
    const reader = faultEngine(join(folder, 'reader'), bundled);
    mkdirSync(join(folder, 'case'));
    let acknowledged: string[] = [];
    let total = 0;
    let hot = 0;
    let torn = 0;
    let next = startWriter();
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (kill % LIVES === 0) {
          copyFileSync(base, path);
          // What the device had seen by then; otherwise the fresh copy is rightly called an older file.
          cpSync(baseProfile, profile, { recursive: true });
          acknowledged = [];
        }
        const writer = next;
        const after = dice.next() * 80;
        const told = await writer.run(after);
        next = startWriter();
        acknowledged.push(...told);
        total += told.length;
        const what = `kill ${kill}, ${after.toFixed(2)} ms after its first note`;
        const found = await lookAfterDeath({ path, key, reader, acknowledged, what });
        if (found.hot) hot += 1;
        if (found.torn) torn += 1;
      }
    } finally {
      next.kill();
      await reader.close();
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(`${KILLS} kills, ${hot} inside a transaction, ${torn} torn files, ${total} notes, ${seconds} s`);
    expect(hot).toBeGreaterThanOrEqual(KILLS / 5);
  },
);
