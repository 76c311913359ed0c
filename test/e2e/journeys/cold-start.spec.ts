import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { programHash } from '../../../src-main/engine/program-hash.ts';
import { shortHash } from '../../../src-renderer/format/hash.ts';
import { expect, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { noteLine, shownWords } from '../fixtures/person.ts';

test('from a cold start to the first durable note: three Enters, no click, no question', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  let enters = 0;
  const enter = async (): Promise<void> => {
    enters += 1;
    await window.keyboard.press('Enter');
  };
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.keyboard.press('Control+N');
  const title = window.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await expect(title).toHaveValue(/^Incident \d{4}-\d\d-\d\d \d\d:\d\d$/);
  await enter();
  await expect(noteLine(window)).toBeFocused();
  const words = await shownWords(window);
  await window.keyboard.type('FusionReactor alert');
  await enter();
  await expect(window.getByRole('status').filter({ hasText: /Saved \d\d:\d\d:\d\d/ })).toBeVisible();
  expect(enters).toBeLessThanOrEqual(3);
  const path = onlyCase(folder);
  await launched.close();
  const { entries } = holdfast(folder, words, 'timeline', path);
  expect(entries.at(-1).text).toBe('FusionReactor alert');
  expect(holdfast(folder, words, 'verify', path).ok).toBe(true);
});

test('the first screen says which program it is, by the hash that anybody can compute again', async ({
  launch,
}) => {
  const { window } = await launch();
  const expected = await programHash(join(root, 'dist'));
  await expect(window.getByTitle(expected)).toHaveText(shortHash(expected));
});

test('Enter that comes before the window has answered makes the case all the same', async ({ launch }) => {
  const { window } = await launch();
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.evaluate(() => {
    const press = (key: string, ctrlKey: boolean): boolean =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      );
    press('n', true);
    // The moment the form is drawn, before the shell can have named the title.
    const submit = (): void => {
      const form = document.querySelector('form');
      if (form === null) setTimeout(submit, 0);
      else form.requestSubmit();
    };
    submit();
  });
  await expect(noteLine(window)).toBeFocused();
});
