import { ZodError } from 'zod';
import type { ErrorData } from '../contract/error.ts';
import { CaseError, errorSentence } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';

/** An error as it crosses an edge. What is no `CaseError` is a bug of ours and says so. */
export function errorData(error: unknown): ErrorData {
  const known = asFileError(error, 'the file');
  if (known instanceof CaseError) {
    return { code: known.code, message: known.message, details: { ...known.details } };
  }
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`;
    return { code: 'wrong-use', message: errorSentence('wrong-use', { reason }), details: { reason } };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'bug',
    message: errorSentence('bug', { reason }),
    details: { reason, stack: stackOf(error) },
  };
}

/** Where in our code it happened: function names and lines only, no values. */
const stackOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .slice(1, 8)
        .map((line) => line.trim())
        .join('\n')
    : '';
