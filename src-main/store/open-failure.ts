import { CaseError } from '../domain/errors.ts';
import type { CaseKey } from './case-key.ts';
import { checkPages } from './check-pages.ts';
import { type Probe, probe } from './file-probe.ts';
import { PAGE } from './page-check.ts';

/**
 * Why a file did not open. SQLite answers "not a database" alike for a wrong passphrase, a damaged first page,
 * a damaged salt and a foreign file; the check values of the pages tell them apart.
 * @param knownSalt the salt that this device saw when it last opened the file, if it did
 */
export function openFailure(
  path: string,
  key: CaseKey,
  found: Probe,
  knownSalt: Uint8Array | undefined,
): CaseError {
  const report = checkPages(path, key);
  if (report.damagedCount === report.pages) {
    if (report.rest !== 0) {
      return new CaseError('not-a-case', {
        path,
        reason: `its size of ${found.size} bytes is no multiple of ${PAGE}, and the passphrase opens no page of it.`,
      });
    }
    if (knownSalt !== undefined && !found.salt.equals(knownSalt)) {
      return new CaseError('salt-damaged', { path, salt: Buffer.from(knownSalt).toString('hex') });
    }
    return new CaseError('wrong-passphrase', { path });
  }
  const details = { path, pages: report.pages, damaged: report.damaged, damagedCount: report.damagedCount };
  if (report.damaged[0] === 1) return new CaseError('first-page-damaged', details);
  if (report.expected !== null && report.expected > report.pages) {
    return new CaseError('file-truncated', {
      ...details,
      size: found.size,
      expected: report.expected * PAGE,
    });
  }
  if (report.damagedCount > 0) {
    const list = report.damaged.slice(0, 8).join(', ');
    return new CaseError('file-damaged', {
      ...details,
      reason: `${report.damagedCount} of its ${report.pages} pages do not fit their check value (${list}).`,
    });
  }
  return new CaseError('file-damaged', {
    ...details,
    reason:
      'all pages are whole, but they do not hold together: it may have been copied while it was being written.',
  });
}

/** The same damage, found only while reading on, with the pages it sits in. The file must be closed by then. */
export function explainDamage(path: string, key: CaseKey, error: CaseError): CaseError {
  const report = checkPages(path, key);
  if (report.damagedCount === 0) return error;
  return openFailure(path, key, probe(path), undefined);
}
