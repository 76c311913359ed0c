import { holdfast } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { camera } from './camera.ts';

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

/** The preparation, and what the first screen says of it: to be looked at by a person. */
test('pictures of the preparation', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  await expect(window.getByRole('region', { name: 'Preparation' })).toBeVisible();
  await picture('welcome-unprepared');
  const prep = (...args: string[]) => holdfast(folder, '', 'prep', ...args);
  prep('organisation', 'set', '--legal', 'Shop Ltd', '--server', 'WEB01|web server|HS-4471');
  prep('team', 'set', 'Hosting security', '--for', 'role-hosting', '--phone', '+49 30 5550 1170');
  const ada = [
    '--phone',
    '+49 30 5550 1142',
    '--out-of-hours',
    '+49 171 5550 11',
    '--email',
    'ada@shop.example',
  ];
  prep('team', 'set', 'Ada Byron', '--for', 'role-web-developer', '--contact', ...ada);
  prep('team', 'set', LONG, '--for', 'role-web-developer', '--alternate', '--note', `away in March ${LONG}`);
  prep(
    'register',
    'done',
    'defence-pci-scan',
    '--at',
    '2026-01-02',
    '--note',
    `clean ${LONG}`,
    '--by',
    'Ada',
  );
  prep('register', 'done', 'defence-patching', '--by', 'Hosting security');
  prep('register', 'done', 'defence-ports', '--problem', '--note', 'port 8500 is open');
  prep('register', 'set', 'defence-host-firewall', '--reports', 'reports@shop.example, every Monday');
  prep(
    'finding',
    'add',
    'TLS 1.0 on WEB01',
    '--defence',
    'defence-pci-scan',
    '--owner',
    'Ada',
    '--due',
    '2026-01-02',
  );
  prep('finding', 'add', `Weak cipher ${LONG}`);
  prep(
    'review-log',
    '--source',
    'IIS on WEB01',
    '--from',
    '2026-01-01',
    '--to',
    '2026-01-02',
    '--found',
    'nothing',
  );
  prep(
    'review-log',
    '--source',
    'Windows',
    '--from',
    '2026-01-01',
    '--to',
    '2026-01-02',
    '--found',
    'odd logins',
  );
  prep('approve', '--by', 'Owner', '--at', '2026-01-02');
  await window.keyboard.press('p');
  await expect(window.getByText('Ada Byron').first()).toBeVisible();
  await picture('preparation-team', { zoomed: true });
  for (const [key, name] of [
    ['2', 'defences'],
    ['3', 'findings'],
    ['4', 'reviews'],
    ['5', 'organisation'],
    ['6', 'plan'],
  ] as const) {
    await window.keyboard.press(key);
    await picture(`preparation-${name}`);
  }
  await window.getByRole('button', { name: 'Edit the plan' }).click();
  await picture('plan-editor');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await picture('welcome-prepared', { zoomed: true });
});
