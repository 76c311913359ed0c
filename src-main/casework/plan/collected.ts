import type { ReadableDb } from '../../store/db.ts';
import { exhibitTypes } from '../../store/queries/exhibit.ts';

/** What has to be registered before something is done that destroys it (product.md; RFC 3227 §2.1). */
const WANTED = ['snapshot', 'backup', 'log'] as const;

export type Collectable = (typeof WANTED)[number];

/** Of what may be destroyed, what is not registered yet; a log counts when its bytes were hashed. */
export function notCollected(db: ReadableDb): Collectable[] {
  const types = exhibitTypes(db).map(({ type, hashed }) => ({ type: JSON.parse(type) as unknown, hashed }));
  return WANTED.filter(
    (wanted) => !types.some(({ type, hashed }) => type === wanted && (wanted !== 'log' || hashed === 1)),
  );
}
