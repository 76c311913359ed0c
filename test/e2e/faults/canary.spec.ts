import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { HoldfastApi } from '../../../src-main/contract/window-api.ts';
import { canary, processTree, searchFiles, searchProcesses } from '../../support/canary.ts';
import { onlyCase } from '../fixtures/holdfast.ts';
import { expect, test, type Launched } from '../fixtures/launch.ts';
import { runs } from '../fixtures/notes-flow.ts';
import { newIncident, noteLine, writeNote } from '../fixtures/person.ts';
import { removeFolder } from '../fixtures/remove-folder.ts';

const title = canary('title');
const note = canary('note');
const draft = canary('draft');
const fileName = canary('file name');
const content = canary('content');

/** Waits until the half-typed text is in the case file: it is kept a moment after the last key. */
async function draftIsKept(window: Page): Promise<void> {
  await expect
    .poll(
      async () =>
        window.evaluate(async () => {
          const { holdfast } = globalThis as unknown as { holdfast: HoldfastApi };
          const kept = await holdfast.call('draft.read', { place: 'note-line' });
          return kept.ok ? kept.data.text : '';
        }),
      { timeout: 10_000 },
    )
    .toContain(draft.text);
}

async function addEvidence(window: Page, path: string): Promise<void> {
  await window.evaluate(async (path) => {
    const { holdfast } = globalThis as unknown as { holdfast: HoldfastApi };
    await holdfast.call('evidence.add', { paths: [path], mode: 'stored' });
  }, path);
  await expect
    .poll(async () =>
      window.evaluate(async () => {
        const { holdfast } = globalThis as unknown as { holdfast: HoldfastApi };
        const list = await holdfast.call('evidence.list', {});
        return list.ok ? list.data.exhibits.length : 0;
      }),
    )
    .toBe(1);
}

/** Ends at once, as by a power cut, with all that it started. */
async function killAll({ app }: Launched): Promise<void> {
  const pid = app.process().pid ?? 0;
  const all = processTree(pid);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => all.filter((one) => runs(one)), { timeout: 10_000 }).toEqual([]);
}

for (const end of ['quit', 'kill -9'] as const) {
  test(`nothing that was written or typed in the window can be read outside of the case after ${end}`, async ({
    launch,
  }) => {
    // Short: Chromium makes a socket below TMPDIR, whose name may have 107 characters at most.
    const around = mkdtempSync(join(tmpdir(), 'hf-'));
    const [home, temporary, originals] = ['home', 'tmp', 'in'].map((name) => join(around, name)) as [
      string,
      string,
      string,
    ];
    for (const folder of [home, temporary, originals]) mkdirSync(folder);
    const original = join(originals, `${fileName.text}.log`);
    writeFileSync(original, `a line\n${content.text}\n`.repeat(40));
    const launched = await launch({ env: { HOME: home, TMPDIR: temporary } });
    const { app, window, folder } = launched;

    const words = await newIncident(window, title.text);
    const all = [title, note, draft, fileName, content, { name: 'passphrase', text: words }];
    await writeNote(window, note.text);
    await addEvidence(window, original);
    await noteLine(window).click();
    await window.keyboard.type(draft.text);
    await draftIsKept(window);

    const path = onlyCase(folder);
    /** The name of a new case file follows from its title: the person sees it and may change it. */
    const found = () =>
      searchFiles([folder, home, temporary], all, [original]).filter(
        ({ as, place }) => !(as === 'name' && place.startsWith(path)),
      );
    expect(searchProcesses(processTree(app.process().pid ?? 0), all)).toEqual([]);
    expect(found()).toEqual([]);
    if (end === 'quit') await launched.close();
    else await killAll(launched);
    expect(found()).toEqual([]);
    // The control: the same search finds what lies there in the clear.
    writeFileSync(join(temporary, 'planted'), `${draft.text} and ${words}`);
    expect(found().map(({ canary: name }) => name)).toEqual(['draft', 'passphrase']);
    removeFolder(around);
  });
}
