// Opens a page in Firefox without a window, presses the button of its check, and prints what came of it as JSON.
// FIREFOX=… node firefox.ts FOLDER DRAWN PRESSED FILE…: FOLDER takes the profile; each FILE is opened, as from a disk; the two
// expressions are promises: that it is drawn, and what came of its button, as JSON.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly method?: string;
  readonly params?: { readonly type?: string };
}

/** Remote control of Firefox (W3C WebDriver BiDi) over the one socket that it opens on this machine. */
class Remote {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  /** Events that came: a dialog that was opened, a thread that was started. */
  readonly events: string[] = [];
  #next = 1;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      const name = answer.params?.type === 'dedicated-worker' ? 'thread' : (answer.method ?? '');
      if (answer.id === undefined) this.events.push(name);
      else this.#waiting.get(answer.id)?.(answer);
    });
  }

  async ask(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const id = this.#next++;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.result === undefined) throw new Error(`${method}: ${answer.message ?? answer.type}`);
    return answer.result;
  }
}

async function address(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, refuse) => {
    let said = '';
    browser.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(`${found}/session`);
    });
    browser.once('exit', (code) => refuse(new Error(`firefox ended with ${code}: ${said}`)));
  });
}

const [folder = '', untilDrawn = '', pressed = '', ...files] = process.argv.slice(2);
const profile = join(folder, 'firefox');
mkdirSync(profile, { recursive: true });
const browser = spawn(
  process.env['FIREFOX'] ?? 'firefox-esr',
  ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
  { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder, MOZ_HEADLESS: '1' } },
);

async function main(): Promise<void> {
  const socket = new WebSocket(await address(browser));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const remote = new Remote(socket);
  await remote.ask('session.new', { capabilities: {} });
  await remote.ask('session.subscribe', {
    events: ['browsingContext.userPromptOpened', 'script.realmCreated'],
  });
  const { contexts } = await remote.ask('browsingContext.getTree', {});
  const { context } = (contexts as readonly { readonly context: string }[])[0] ?? { context: '' };
  const run = async (expression: string): Promise<unknown> => {
    const { result } = await remote.ask('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    const { value } = result as { readonly value?: unknown };
    return typeof value === 'string' ? JSON.parse(value) : null;
  };
  const pages: unknown[] = [];
  for (const file of files) {
    const opening = performance.now();
    await remote.ask('browsingContext.navigate', {
      context,
      url: pathToFileURL(file).href,
      wait: 'complete',
    });
    await run(untilDrawn);
    const opened = performance.now() - opening;
    const checked = await run(pressed);
    pages.push({ opened, ...(checked as object) });
  }
  const count = (name: string): number => remote.events.filter((one) => one === name).length;
  const [dialogs, threads] = [count('browsingContext.userPromptOpened'), count('thread')];
  process.stdout.write(JSON.stringify({ pages, dialogs, threads }));
  socket.close();
}

main()
  .catch((error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  })
  .finally(() => browser.kill());
