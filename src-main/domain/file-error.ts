import { CaseError } from './errors.ts';

/** An error of the file system as something a person can act on. */
export function asFileError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    // A name that no file can have, or a link that leads to itself.
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return new CaseError('file-missing', { path }, error);
    case 'EACCES':
    case 'EPERM':
      return new CaseError('permission-denied', { path }, error);
    case 'EEXIST':
      return new CaseError('already-exists', { path }, error);
    case 'EISDIR':
      return new CaseError('not-a-file', { path, what: 'a folder' }, error);
    case 'ENOSPC':
    case 'EDQUOT':
      return new CaseError('disk-full', { path }, error);
    case 'EROFS':
      return new CaseError('read-only', { path, reason: 'its place is write-protected.' }, error);
    case 'EIO':
    case 'ENXIO':
    case 'ESTALE':
      return new CaseError('io-error', { path, reason: error.code }, error);
    default:
      return error;
  }
}
