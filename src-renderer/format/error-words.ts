import type { ErrorData } from '../../src-main/contract/error.ts';
import { visibleText } from './visible.ts';

/** The sentence of an error; what it quotes cannot hide or reorder anything. */
export const errorWords = ({ message }: ErrorData): string => visibleText(message);
