import type { Answer, MethodName } from '../contract/index.ts';
import { CaseError, errorSentence } from '../domain/errors.ts';

/** A failure as data: `ipcRenderer.invoke` would drop the fields of an error. What has no code is a bug and says so. */
export function refusal(error: unknown): Answer<MethodName> & { readonly ok: false } {
  if (error instanceof CaseError) {
    const { code, message, details } = error;
    return { ok: false, error: { code, message, details: { ...details } } };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ok: false,
    error: { code: 'bug', message: errorSentence('bug', { reason }), details: { reason } },
  };
}
