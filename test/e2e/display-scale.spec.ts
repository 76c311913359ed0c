import { expect, test } from './fixtures/launch.ts';
import { newIncident, writeNote } from './fixtures/person.ts';

test('on a display of scale 2 the window is laid out as on any other', async ({ launch }) => {
  const { app, window } = await launch({ args: ['--force-device-scale-factor=2'] });
  const frame = await app.browserWindow(window);
  await frame.evaluate((browser) => browser.setContentSize(640, 400));
  expect(await window.evaluate(() => devicePixelRatio)).toBe(2);
  await newIncident(window, 'A case');
  await writeNote(window, 'Written');
  // Nothing but the density changes: no piece of the page is beyond its edge.
  const beyond = await window.evaluate(
    () =>
      [...document.querySelectorAll('.topbar, .main, .line-area, .noteline, .words-bar')].filter(
        (element) => {
          const box = element.getBoundingClientRect();
          return box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
        },
      ).length,
  );
  expect(beyond).toBe(0);
});
