import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { EventData } from '../../../src-main/contract/events.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { testEngine } from '../../support/engine.ts';
import { openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-name-gone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing is acknowledged while the name of the open file is gone; when it is back, work goes on', async () => {
  const path = await smallCase(join(folder, 'a.holdfast'), join(folder, 'profile'));
  const engine = openEngine(join(folder, 'profile'));
  await engine.open(path);
  await engine.ask('note.add', { text: 'before' });
  renameSync(path, `${path}.moved`);
  expect(await engine.refused('note.add', { text: 'meanwhile' })).toMatchObject({
    code: 'file-missing',
    details: { path },
  });
  expect(await engine.refused('draft.save', { place: 'note-line', text: 'half' })).toMatchObject({
    code: 'file-missing',
  });
  renameSync(`${path}.moved`, path);
  await engine.ask('draft.save', { place: 'note-line', text: 'half' });
  await engine.ask('note.add', { text: 'after' });
  const { entries } = await engine.ask('timeline.list', { kinds: ['note'] });
  expect(entries.map(({ text }) => text).slice(-2)).toEqual(['before', 'after']);
  await engine.close();
  expect(await engine.verify(path)).toMatchObject({ ok: true });
});

test('the window is told of entries that nobody asked for, once and in their order', async () => {
  const path = await smallCase(join(folder, 'b.holdfast'), join(folder, 'profile'));
  const told: EventData<'entry.added'>[] = [];
  const engine = testEngine(join(folder, 'another'), (name, data) => {
    if (name === 'entry.added') told.push(data as EventData<'entry.added'>);
  });
  await engine.call('case.open', { path, passphrase: PASSPHRASE });
  await engine.call('note.add', { text: 'first of this key' });
  await engine.call('note.add', { text: 'second' });
  await engine.close();
  expect(told.map(({ entry }) => entry.kind)).toEqual(['author', 'note', 'note']);
  expect(told.map(({ entry }) => entry.number)).toEqual([7, 8, 9]);
  expect(told.map(({ total }) => total)).toEqual([8, 8, 9]);
});
