import { expect } from 'vitest';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { exitStatus, isErrorCode } from '../../src-main/domain/errors.ts';
import type { CliAnswer } from './cli.ts';

export interface Refusal {
  readonly code: string;
  readonly status: number;
  /** What the sentence must name: the file, mostly. */
  readonly names: string;
  /** What it must tell the person to do. */
  readonly advice: RegExp;
}

/** A sentence for people: filled in, naming the thing, saying what to do next. */
export function expectSentence(message: string, { names, advice }: Omit<Refusal, 'code' | 'status'>): void {
  expect(message).toContain(names);
  expect(message).toMatch(advice);
  expect(message).not.toMatch(/\{\w+\}|undefined|\[object/);
}

export function expectError(error: ErrorData, refusal: Refusal): void {
  expect(error.code, error.message).toBe(refusal.code);
  expect(isErrorCode(error.code) ? exitStatus(error.code) : 5).toBe(refusal.status);
  expectSentence(error.message, refusal);
}

/** The command line refused as cli.md says: one JSON document, the code, the exit status, a sentence that helps. */
export function expectRefusal(answer: CliAnswer, refusal: Refusal): void {
  expect(answer.json.ok, answer.stdout).toBe(false);
  expectError(answer.json.error, refusal);
  expect(answer.status).toBe(refusal.status);
  expect(answer.stdout.trimEnd().split('\n')).toHaveLength(1);
}
