import type { ErrorData } from '../../src-main/contract/error.ts';
import { en } from '../strings/en.ts';
import { visibleText } from './visible.ts';

/** The sentence of an error for the window: the few that name a command of the terminal are said anew. */
export function errorWords(error: ErrorData): string {
  return en.common.errors[error.code] ?? visibleText(error.message);
}
