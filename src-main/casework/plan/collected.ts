import { textField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { exhibits } from '../../store/queries/exhibit.ts';
import { entryWithId } from '../read-entry.ts';

/** What has to be registered before something is done that destroys it (product.md; RFC 3227 §2.1). */
const WANTED = ['snapshot', 'backup', 'log'] as const;

export type Collectable = (typeof WANTED)[number];

/** Of what may be destroyed, what is not registered yet; logs count when their bytes were hashed. */
export function notCollected(db: ReadableDb): Collectable[] {
  const found = new Set<string>();
  for (const { entry, sha256 } of exhibits(db)) {
    const type = textField(entryWithId(db, entry), 'type');
    if (type === undefined || (type === 'log' && sha256 === null)) continue;
    found.add(type);
    if (WANTED.every((wanted) => found.has(wanted))) break;
  }
  return WANTED.filter((wanted) => !found.has(wanted));
}
