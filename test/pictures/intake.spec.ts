import { expect, test } from '../e2e/fixtures/launch.ts';
import { camera } from './camera.ts';

/** The page of a new incident: empty, and with all that can be known in the first minute. */
test('pictures of a new incident', async ({ launch }) => {
  const launched = await launch();
  const { window } = launched;
  const picture = await camera(launched);
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await picture('new-empty', { zoomed: true });
  await window.keyboard.type('Suspicious uploads on WEB01');
  await window.getByRole('radio', { name: /FusionReactor/ }).check({ force: true });
  const questions = window.getByRole('region', { name: 'Questions about this' }).getByRole('textbox');
  await questions.first().fill('412 active requests on /uploads/, usual is under 30');
  await questions.last().fill('/uploads/pic.cfm');
  await window.getByRole('button', { name: '15 min ago' }).click();
  await window.getByRole('textbox', { name: 'By whom?' }).fill('Web developer');
  await window.getByRole('radio', { name: 'Nothing' }).check();
  await expect(window.getByRole('checkbox')).toBeChecked();
  await picture('new-incident', { zoomed: true });
});
