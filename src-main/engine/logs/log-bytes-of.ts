import { entryWithId } from '../../casework/read-entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { textField } from '../../domain/entry.ts';
import { pathOf } from '../../evidence/exhibit-view.ts';
import { hasNoBytes } from '../../evidence/gone-bytes.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import { whyNotHere } from '../../evidence/why-not-here.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { ExhibitRow } from '../../store/queries/exhibit.ts';
import type { LogBytes } from './log-bytes.ts';

/**
 * The bytes of an exhibit: those that are kept, or the original where it lies.
 * @throws CaseError `bytes-not-here`, `wrong-use` for a folder
 */
export function logFileOf(db: ReadableDb, row: ExhibitRow): LogBytes {
  const entry = entryWithId(db, row.entry);
  const path = pathOf(entry);
  const modified = textField(entry, 'modified');
  const about = {
    name: nameIn(path.toString('utf8')) || row.label,
    modified: modified === undefined ? null : Date.parse(modified),
  };
  const kept = keptBytes(db, row.entry);
  if (kept !== null) return { from: { kind: 'kept', kept }, ...about };
  if (row.mode !== 'reference' || path.length === 0 || hasNoBytes(db, row)) {
    throw new CaseError('bytes-not-here', { exhibit: row.label, reason: whyNotHere(db, row) });
  }
  if (entry.fields['manifest'] !== undefined) {
    const reason = `${row.label} is a folder. Add its logs as exhibits of their own to read them.`;
    throw new CaseError('wrong-use', { reason });
  }
  return { from: { kind: 'path', path, size: row.size }, ...about };
}

const nameIn = (path: string): string => path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
