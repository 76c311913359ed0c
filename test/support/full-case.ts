import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../src-main/casework/clock.ts';
import { PASSPHRASE } from './cli.ts';
import { openEngine } from './open-engine.ts';

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  set(utc: string): void;
  /** Lets time pass by both clocks, in ms. */
  pass(ms: number): void;
}

export function handClock(start: string): HandClock {
  let now = Date.parse(start);
  let monotonic = 1000;
  return {
    now: () => now,
    monotonic: () => monotonic,
    source: 'fixed',
    set: (utc) => (now = Date.parse(utc)),
    pass: (ms) => {
      now += ms;
      monotonic += ms;
    },
  };
}

/** A real case with at least one entry of every kind that this program writes, and a copy of it beside it. */
export async function fullCase(path: string, profileFolder: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const clock = handClock('2026-11-17T01:20:00.000Z');
  const engine = openEngine(profileFolder, { clock });
  const log = join(dirname(path), 'access.log');
  writeFileSync(log, 'GET / 200\n'.repeat(500));
  try {
    await engine.ask('case.create', {
      path,
      title: 'Uploads on WEB01',
      passphrase: PASSPHRASE,
      zone: 'Europe/Berlin',
      source: 'fusionreactor',
      plan: JSON.stringify({ phases: [{ id: 'containment' }] }),
    });
    clock.pass(1000);
    await engine.ask('note.add', {
      text: 'Alert',
      tags: ['alert', 'web01'],
      at: '02:14',
      phase: 'identification',
    });
    clock.pass(1000);
    await engine.job('evidence.add', { paths: [log] });
    await engine.job('evidence.add', { paths: [log], mode: 'reference' });
    await engine.ask('custody.record', { exhibit: 'EV-001', event: 'transferred', to: 'Hosting security' });
    await engine.job('share.copy', { path: `${path}.copy`, newPassphrase: PASSPHRASE });
    clock.set('2026-11-17T01:10:00.000Z');
    await engine.ask('note.add', { text: 'After the clock was set back' });
    await engine.ask('note.add', { text: 'The end' });
  } finally {
    await engine.close();
  }
  return path;
}
