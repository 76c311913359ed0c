import { randomUUID } from 'node:crypto';
import { type Session, session as sessions, type WebContents, WebContentsView } from 'electron';
import { CaseError } from '../domain/errors.ts';
import { APP_SCHEME } from './app-url.ts';
import { denyDownloads } from './downloads.ts';
import { denyPermissions } from './permissions.ts';

/** A page of ours that stands alone, and plain text for the foot of each sheet. */
export interface PrintedPage {
  readonly html: string;
  readonly foot: string;
}

/** In memory only, and of its own: nothing of the windows' session is there. */
const PARTITION = 'holdfast-print';

/** Margins of the sheet, in inches. */
const MARGINS = { top: 0.55, bottom: 0.7, left: 0.67, right: 0.63 } as const;

/**
 * Prints a page on sheets of size A4 as a PDF.
 * Threat: words of a case that turn into markup. The page is in no window, sandboxed, runs no script, has no preload
 * script, and is served itself alone; everything else that it asks for is cancelled as in every session. (Chromium's
 * headless platform draws no windows, so a hidden one would end the program on a machine without a display.)
 */
export async function printPage(page: PrintedPage, stop?: AbortSignal): Promise<Uint8Array> {
  const url = `${APP_SCHEME}://holdfast/print/${randomUUID()}`;
  const session = sessions.fromPartition(PARTITION, { cache: false });
  const forget = serveOnce(session, url, page.html);
  const view = new WebContentsView({
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  });
  // One that nothing refers to is collected, and its page with it, in the middle of a long print.
  views.add(view);
  try {
    return await Promise.race([stopped(stop), print(view, url, page)]);
  } finally {
    views.delete(view);
    view.webContents.close();
    forget();
  }
}

const views = new Set<WebContentsView>();

/**
 * Characters of a page up to which its PDF says what each part is, for those who have it read out. Of a longer one, some
 * 2,500 entries, that takes as long as all the rest and makes the file ten times as large: they take the web page.
 */
const TAGGED_UP_TO = 1_000_000;

async function print(
  { webContents }: WebContentsView,
  url: string,
  { html, foot }: PrintedPage,
): Promise<Uint8Array> {
  await webContents.loadURL(url);
  outliveFailure(webContents);
  const printed: unknown = await webContents.printToPDF({
    pageSize: 'A4',
    margins: MARGINS,
    printBackground: true,
    generateTaggedPDF: html.length <= TAGGED_UP_TO,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(foot),
  });
  if (printed instanceof Uint8Array) return printed;
  throw printed;
}

/**
 * Electron hangs each print of the program on the one before, so that after one that failed, or was cancelled, every
 * other fails as well. So its inner step answers with the failure instead of being refused. Where a later Electron has
 * no such step, nothing is changed.
 */
function outliveFailure(contents: WebContents): void {
  const step: unknown = Reflect.get(contents, '_printToPDF');
  if (typeof step !== 'function') return;
  Reflect.set(contents, '_printToPDF', async (...given: unknown[]): Promise<unknown> => {
    try {
      return await Reflect.apply(step, contents, given);
    } catch (error) {
      return error;
    }
  });
}

/** Is settled only where somebody stops it. */
async function stopped(stop: AbortSignal | undefined): Promise<never> {
  return new Promise((_, refuse) => {
    const end = (): void => refuse(new CaseError('cancelled'));
    if (stop?.aborted === true) end();
    stop?.addEventListener('abort', end, { once: true });
  });
}

const pages = new Map<string, string>();

function serveOnce(session: Session, url: string, html: string): () => void {
  if (!session.protocol.isProtocolRegistered(APP_SCHEME)) {
    denyPermissions(session);
    denyDownloads(session);
    session.protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
      const page = pages.get(request.url);
      answer(
        page === undefined
          ? { statusCode: 404, data: Buffer.alloc(0) }
          : {
              data: Buffer.from(page),
              headers: {
                'content-type': 'text/html; charset=utf-8',
                'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
                'cache-control': 'no-store',
              },
            },
      );
    });
  }
  pages.set(url, html);
  return () => pages.delete(url);
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Chromium fills the two spans with the number of the page and of all pages. */
function footer(text: string): string {
  const escaped = text.replace(/[&<>"]/gu, (mark) => MARKS[mark] ?? mark);
  return `<div style="width:100%;margin:0 ${MARGINS.right}in 0 ${MARGINS.left}in;display:flex;justify-content:space-between;gap:8mm;font:7pt sans-serif;color:#333"><span>${escaped}</span><span style="white-space:nowrap">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
}
