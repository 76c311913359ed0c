import type { BrowserWindow } from 'electron';
import { expect, test, type Launched } from './fixtures/launch.ts';
import { startCanary } from './fixtures/canary-server.ts';
import { loosePage } from './fixtures/loose-page.ts';

const preferences = async ({ app, window }: Launched) =>
  (await app.browserWindow(window)).evaluate((browserWindow: BrowserWindow) => {
    const { webContents } = browserWindow;
    const given = (
      webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
    ).getLastWebPreferences();
    return {
      sandbox: given.sandbox,
      contextIsolation: given.contextIsolation,
      nodeIntegration: given.nodeIntegration,
      nodeIntegrationInWorker: given.nodeIntegrationInWorker,
      nodeIntegrationInSubFrames: given.nodeIntegrationInSubFrames,
      webSecurity: given.webSecurity,
      allowRunningInsecureContent: given.allowRunningInsecureContent,
      experimentalFeatures: given.experimentalFeatures,
      webviewTag: given.webviewTag,
      spellcheck: given.spellcheck,
      persistent: webContents.session.isPersistent(),
      title: browserWindow.getTitle(),
    };
  });

test('a window is sandboxed, isolated, without Node, and its session is in memory only', async ({
  launch,
}) => {
  expect(await preferences(await launch())).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    persistent: false,
    title: 'Holdfast',
  });
});

test('the page sees no Node, no Electron and exactly three functions of ours', async ({ launch }) => {
  const { window } = await launch();
  const seen = await window.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    ours: Object.keys(window.holdfast).toSorted(),
    frozen: Object.isFrozen(window.holdfast),
  }));
  expect(seen).toEqual({ node: [], ours: ['call', 'on', 'pathsOf'], frozen: true });
});

test('the page arrives over app:// with its CSP, and the nonce is another one with each load', async ({
  launch,
}) => {
  const { window } = await launch();
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
  expect(second.csp).toBe(
    "default-src 'none'; script-src 'self'; " +
      `style-src 'self' 'nonce-${second.nonce}'; img-src 'self' data:; font-src 'self'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

test('inline scripts and eval are refused', async ({ launch }) => {
  const { window } = await launch();
  const ran = await window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    let evaluated = true;
    try {
      // oxlint-disable-next-line eslint/no-implied-eval, typescript/no-implied-eval -- the test is that it throws.
      new Function('return 1')();
    } catch {
      evaluated = false;
    }
    return { inline: document.title === 'ran', evaluated };
  });
  expect(ran).toEqual({ inline: false, evaluated: false });
});

test('nothing outside the page folder is served', async ({ launch }) => {
  const { app } = await launch();
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
    const { fetch } = session.fromPartition('holdfast');
    return Promise.all(
      paths.map(async (path) => {
        const answer = await fetch
          .call(session.fromPartition('holdfast'), `app://holdfast/${path}`)
          .catch(() => null);
        return answer?.status ?? 0;
      }),
    );
  });
  expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404]);
});

test('the window stays where it is: links, forms, redirects, new windows, webviews, downloads', async ({
  launch,
}) => {
  const { app, window } = await launch();
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
});

test('every permission is denied, asked or not', async ({ launch }) => {
  const { window } = await launch();
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
});

test('a page without our CSP reaches nothing on the network, while plain Node does in the same run', async ({
  launch,
}) => {
  const canary = await startCanary();
  try {
    const { app } = await launch();
    const tried = await loosePage(app, canary.origin);
    expect(tried.done).toBe(true);
    expect(canary.hits()).toEqual([]);
    await canary.visit();
    expect(canary.hits()).toEqual(['/control']);
  } finally {
    await canary.stop();
  }
});

for (const kept of ['hook', 'proxy', 'names'] as const) {
  test(`without the other layers, ${kept} alone keeps a loose page off the network`, async ({ launch }) => {
    const canary = await startCanary();
    try {
      const { app } = await launch();
      const tried = await loosePage(app, canary.origin, kept);
      expect(tried.done).toBe(true);
      expect(canary.hits()).toEqual([]);
      await canary.visit();
      expect(canary.hits()).toEqual(['/control']);
    } finally {
      await canary.stop();
    }
  });
}
