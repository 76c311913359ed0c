import { CaseError } from '../domain/errors.ts';

/** The driver's error as something a person can act on; what is no fault of the file stays as it is. */
export function asCaseError(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  if (code === 'SQLITE_FULL') return new CaseError('disk-full', { path }, error);
  if (code === 'SQLITE_READONLY_ROLLBACK' || code === 'SQLITE_READONLY_RECOVERY') {
    return new CaseError('journal-needs-writing', { path }, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new CaseError('file-locked', { path }, error);
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new CaseError('read-only', { path, reason: 'its place is write-protected.' }, error);
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new CaseError(
      'file-damaged',
      { path, reason: 'its inner structure does not hold together.' },
      error,
    );
  }
  if (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM')
  ) {
    return new CaseError('io-error', { path, reason: code }, error);
  }
  return error;
}

/** The driver's result code, or null where the error is not the driver's. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}
