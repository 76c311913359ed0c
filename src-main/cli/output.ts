import type { ErrorData } from '../contract/error.ts';
import type { JobProgress } from '../contract/job.ts';
import { commandLineSentence, exitStatus, isErrorCode } from '../domain/errors.ts';
import { sizeText } from '../domain/size-text.ts';

/** Where a command's answer goes. One JSON document, or text for people; never both. */
export interface Output {
  /** The answer, and how people read it. */
  done(data: unknown, text: string): void;
  /** Prints the error and returns the exit status that belongs to it. */
  failed(error: ErrorData): number;
  progress(at: JobProgress): void;
}

export interface Streams {
  out(text: string): void;
  err(text: string): void;
  readonly isTerminal: boolean;
}

/** Plain progress lines come at most this often, in ms. */
const LINE_EVERY = 2000;

export function createOutput(streams: Streams, json: boolean, quiet: boolean): Output {
  let lastLine = 0;
  let barShown = false;
  const clearBar = (): void => {
    if (barShown) streams.err('\r\u001B[K');
    barShown = false;
  };
  return {
    done(data, text) {
      clearBar();
      streams.out(json ? `${JSON.stringify({ ok: true, data })}\n` : `${text}\n`);
    },
    failed(error) {
      clearBar();
      const { code } = error;
      const { cli: _, ...details } = error.details;
      const message = commandLineSentence(code, error.message, error.details);
      if (json) streams.out(`${JSON.stringify({ ok: false, error: { code, message, details } })}\n`);
      else streams.err(`${message} (${code})\n`);
      return isErrorCode(code) ? exitStatus(code) : 5;
    },
    progress(at) {
      if (quiet) return;
      const line = progressText(at);
      if (streams.isTerminal) {
        streams.err(`\r\u001B[K${line}`);
        barShown = true;
        return;
      }
      const now = performance.now();
      if (now - lastLine < LINE_EVERY) return;
      lastLine = now;
      streams.err(`${line}\n`);
    },
  };
}

function progressText({ item, unit, done, total, rate, eta }: JobProgress): string {
  const amount = (value: number): string => (unit === 'bytes' ? sizeText(value) : String(Math.round(value)));
  const of = total === null ? '' : ` of ${amount(total)}`;
  const speed = rate === null ? '' : `, ${amount(rate)}${unit === 'bytes' ? '/s' : ' a second'}`;
  const left = eta === null ? '' : `, ${Math.ceil(eta)} s left`;
  return `${item}: ${amount(done)}${of}${speed}${left}`;
}
