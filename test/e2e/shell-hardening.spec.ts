import type { BrowserWindow } from 'electron';
import type { HoldfastApi } from '../../src-main/contract/window-api.ts';
import { contentSecurityPolicy } from '../../src-main/shell/csp.ts';
import { expect, test, type Launched } from './fixtures/launch.ts';
import { startCanary } from './fixtures/canary-server.ts';
import { loosePage, type Layer } from './fixtures/loose-page.ts';

/** Starting a window costs seconds: what only looks at it is looked at in one. */
test('a window is sandboxed, isolated, without Node, in memory only, and takes its page from app:// alone', async ({
  launch,
}) => {
  const launched = await launch();
  await test.step('its preferences', async () => expect(await preferences(launched)).toEqual(expected));
  await test.step('what the page sees', async () => seesThreeFunctions(launched));
  await test.step('its content security policy', async () => hasPolicy(launched));
  await test.step('inline scripts', async () => refusesInlineScripts(launched));
  await test.step('the page folder and nothing beside it', async () => servesThePageOnly(launched));
});

test('the window stays where it is, and no permission is given', async ({ launch }) => {
  const launched = await launch();
  await test.step('permissions', async () => deniesPermissions(launched));
  await test.step('links, forms, files, new windows, webviews, downloads', async () => stays(launched));
});

test('a page that got rid of the CSP reaches nothing, whichever layer is left, while plain Node does', async ({
  launch,
}) => {
  const { app } = await launch();
  for (const { without, error } of layers) {
    const canary = await startCanary();
    try {
      const { tried, errors } = await loosePage(app, canary.host, without);
      expect(tried).toContain('peer connection');
      expect(errors.filter((found) => layers.some((layer) => layer.error === found))).toEqual([error]);
      expect(canary.hits()).toEqual([]);
      await canary.visit();
      expect(canary.hits()).toEqual(['/control']);
    } finally {
      await canary.stop();
    }
  }
});

/** Each line takes one more layer away; the error shows which of the others held. */
const layers: readonly { readonly without: readonly Layer[]; readonly error: string }[] = [
  { without: [], error: 'net::ERR_BLOCKED_BY_CLIENT' },
  { without: ['hook'], error: 'net::ERR_PROXY_CONNECTION_FAILED' },
  { without: ['hook', 'proxy'], error: 'net::ERR_NAME_NOT_RESOLVED' },
];

const expected = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  dangerous: [],
  spellChecker: false,
  persistent: false,
  title: 'Holdfast',
};

const preferences = async ({ app, window }: Launched) =>
  (await app.browserWindow(window)).evaluate((browserWindow: BrowserWindow) => {
    const { webContents } = browserWindow;
    const given = (
      webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
    ).getLastWebPreferences();
    const dangerous = [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'webviewTag',
      'spellcheck',
      'plugins',
    ] as const;
    return {
      sandbox: given.sandbox,
      contextIsolation: given.contextIsolation,
      webSecurity: given.webSecurity,
      dangerous: dangerous.filter((name) => given[name] === true),
      spellChecker: webContents.session.isSpellCheckerEnabled(),
      persistent: webContents.session.isPersistent(),
      title: browserWindow.getTitle(),
    };
  });

async function seesThreeFunctions({ window }: Launched): Promise<void> {
  const seen = await window.evaluate(() => {
    const { holdfast } = globalThis as unknown as { readonly holdfast: HoldfastApi };
    const foreign = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    foreign.push('RTCPeerConnection', 'webkitRTCPeerConnection');
    return {
      node: foreign.filter((name) => name in globalThis),
      ours: Object.keys(holdfast).toSorted(),
      frozen: Object.isFrozen(holdfast),
    };
  });
  expect(seen).toEqual({ node: [], ours: ['call', 'on', 'pathsOf'], frozen: true });
}

async function hasPolicy({ window }: Launched): Promise<void> {
  const read = async (): Promise<{ csp: string; nonce: string }> => {
    const [response] = await Promise.all([
      window.waitForResponse((answer) => answer.url() === 'app://holdfast/index.html'),
      window.reload(),
    ]);
    const headers = await response.allHeaders();
    const nonce = await window.locator('meta[name="csp-nonce"]').getAttribute('content');
    return { csp: headers['content-security-policy'] ?? '', nonce: nonce ?? '' };
  };
  const first = await read();
  const second = await read();
  expect(first.nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/u);
  expect(first.nonce).not.toBe(second.nonce);
  expect(second.csp).toBe(contentSecurityPolicy(second.nonce));
}

async function refusesInlineScripts({ window }: Launched): Promise<void> {
  const ran = await window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'document.title = "ran"');
    image.src = 'app://holdfast/none.png';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return document.title === 'ran';
  });
  expect(ran).toBe(false);
}

async function servesThePageOnly({ app }: Launched): Promise<void> {
  const answers = await app.evaluate(async ({ session }) => {
    const paths = [
      'index.html',
      '../main/main.cjs',
      '%2e%2e/main/main.cjs',
      '..%2fmain%2fmain.cjs',
      '%5c..%5cmain%5cmain.cjs',
      'assets',
      'index.html.map',
    ];
    const ours = session.fromPartition('holdfast');
    return Promise.all(
      paths.map(async (path) => {
        const answer = await ours.fetch(`app://holdfast/${path}`).catch(() => null);
        return answer?.status ?? 0;
      }),
    );
  });
  expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404]);
}

async function stays({ app, window }: Launched): Promise<void> {
  const opened = await window.evaluate(async () => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
    const file = document.createElement('a');
    file.href = 'data:text/plain,x';
    file.download = 'x.txt';
    file.click();
    location.href = 'file:///etc/passwd';
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'https://example.org/');
    document.body.append(webview);
    const child = globalThis.open('app://holdfast/index.html');
    await new Promise((resolve) => setTimeout(resolve, 500));
    return child === null;
  });
  expect(opened).toBe(true);
  expect(window.url()).toBe('app://holdfast/index.html');
  expect(app.windows()).toHaveLength(1);
  const contents = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(contents).toBe(1);
}

async function deniesPermissions({ window }: Launched): Promise<void> {
  const answers = await window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => {
        const status = await navigator.permissions.query({ name: name as PermissionName });
        return status.state;
      }),
    );
    const refused = async (ask: () => Promise<unknown>): Promise<boolean> =>
      ask().then(
        () => false,
        () => true,
      );
    return {
      states: [...new Set(states)],
      camera: await refused(async () => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(async () => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refused(async () => navigator.clipboard.readText()),
      notification: await Notification.requestPermission(),
    };
  });
  expect(answers).toEqual({
    states: ['denied'],
    camera: true,
    screen: true,
    clipboard: true,
    notification: 'denied',
  });
}
