import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { processTree } from '../../support/canary.ts';
import { full } from '../../support/scale.ts';
import { say, seeded } from '../../support/seed.ts';
import { holdfast } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { engineOf, notesFlow, runs } from '../fixtures/notes-flow.ts';

const PASS = 'killed in the window';
const ENGINE_KILLS = full ? 8 : 5;
const APP_KILLS = full ? 3 : 2;

/** Every acknowledged note is in the file, as another program reads it. Returns whether the writer died inside one. */
function allThere(folder: string, path: string, acknowledged: readonly string[], what: string): boolean {
  const journal = `${path}-journal`;
  const hot = existsSync(journal) && statSync(journal).size > 0;
  const { entries } = holdfast(folder, PASS, 'timeline', path) as { entries: { id: string }[] };
  const ids = new Set(entries.map(({ id }) => id));
  expect(
    acknowledged.filter((id) => !ids.has(id)),
    what,
  ).toEqual([]);
  expect(holdfast(folder, PASS, 'verify', path).ok, what).toBe(true);
  // The next one who writes leaves nothing beside the file; who only reads leaves an empty journal where it is.
  holdfast(folder, PASS, 'note', path, 'read back');
  expect(existsSync(journal), what).toBe(false);
  return hot;
}

test('every note that the window showed as saved is there after its engine was killed', async ({
  launch,
}) => {
  const { app, window, folder } = await launch();
  const path = join(folder, 'engine.holdfast');
  holdfast(folder, PASS, 'new', path, '--title', 'Engine');
  const dice = seeded('kills of the engine');
  const flow = await notesFlow(window);
  let hot = 0;
  for (let kill = 0; kill < ENGINE_KILLS; kill += 1) {
    const before = flow.acknowledged.length;
    const flowing = flow.run(path, PASS);
    await Promise.race([flow.next(), flowing]);
    await new Promise((resume) => setTimeout(resume, dice.next() * 80));
    const engine = engineOf(app.process().pid ?? 0);
    expect(engine, 'the engine is a process of its own').toBeDefined();
    process.kill(engine ?? 0, 'SIGKILL');
    // Killed between two notes, the next one reaches a fresh engine, which has no case open.
    expect(await flowing, `kill ${kill}`).toMatch(/^(?:engine-ended|no-case)$/);
    expect(flow.acknowledged.length).toBeGreaterThan(before);
    if (allThere(folder, path, flow.acknowledged, `engine kill ${kill}`)) hot += 1;
  }
  say(`${ENGINE_KILLS} kills of the engine, ${hot} inside a transaction, ${flow.acknowledged.length} notes`);
});

test('every note that the window showed as saved is there after the whole program was killed', async ({
  launch,
}) => {
  const dice = seeded('kills of the program');
  const first = await launch();
  const { folder } = first;
  const path = join(folder, 'program.holdfast');
  holdfast(folder, PASS, 'new', path, '--title', 'Program');
  const acknowledged: string[] = [];
  let launched = first;
  let hot = 0;
  for (let kill = 0; kill < APP_KILLS; kill += 1) {
    if (kill > 0) launched = await launch({ folder });
    const flow = await notesFlow(launched.window);
    const flowing = flow.run(path, PASS).catch(() => 'the window is gone');
    await Promise.race([flow.next(), flowing]);
    await new Promise((resume) => setTimeout(resume, dice.next() * 80));
    const pid = launched.app.process().pid ?? 0;
    const all = processTree(pid);
    process.kill(pid, 'SIGKILL');
    await flowing;
    // The engine ends with the program: nobody could talk to it, and it holds the lock of the file.
    await expect.poll(() => all.filter((one) => runs(one)), { timeout: 10_000 }).toEqual([]);
    expect(flow.acknowledged.length).toBeGreaterThan(0);
    acknowledged.push(...flow.acknowledged);
    if (allThere(folder, path, acknowledged, `program kill ${kill}`)) hot += 1;
  }
  say(`${APP_KILLS} kills of the program, ${hot} inside a transaction, ${acknowledged.length} notes`);
});
