import type { EngineProcess } from '../engine/create-engine.ts';
import type { Output } from './output.ts';
import type { Secrets } from './passphrase.ts';
import type { PrintPdf } from './pdf-printer.ts';

/** What every command is given. */
export interface CliContext {
  readonly process: EngineProcess;
  readonly output: Output;
  readonly secrets: Secrets;
  /** Resolves a path argument against the folder that the person stands in. */
  path(argument: string): string;
  /** Undefined where the command line runs outside the app. */
  readonly printPdf: PrintPdf | undefined;
}
