import type { ReadableDb } from '../../store/db.ts';
import { exhibitTypes, exhibitsOfType } from '../../store/queries/exhibit.ts';

/** What has to be registered before something is done that destroys it (product.md; RFC 3227 §2.1). */
const WANTED = ['snapshot', 'backup', 'log'] as const;

export type Collectable = (typeof WANTED)[number];

export interface Collected {
  readonly kind: Collectable;
  readonly entries: readonly string[];
  /** Their labels. */
  readonly exhibits: readonly string[];
}

/** More prove nothing more. */
const SHOWN = 3;

/** What may be destroyed, each with the first exhibits of it; a log counts when its bytes were hashed. */
export function collectedIn(db: ReadableDb): Collected[] {
  const types = exhibitTypes(db).map(({ type, hashed }) => ({ type: JSON.parse(type) as unknown, hashed }));
  return WANTED.map((kind) => {
    const here = types.some(({ type, hashed }) => type === kind && (kind !== 'log' || hashed === 1));
    const rows = here ? exhibitsOfType(db, kind, kind === 'log', SHOWN) : [];
    return { kind, entries: rows.map(({ entry }) => entry), exhibits: rows.map(({ label }) => label) };
  });
}

/** Of what may be destroyed, what is not registered yet. */
export const notCollected = (db: ReadableDb): Collectable[] =>
  collectedIn(db).flatMap(({ kind, entries }) => (entries.length === 0 ? [kind] : []));

const WORDS: Readonly<Record<Collectable, string>> = {
  snapshot: 'a snapshot',
  backup: 'a backup',
  log: 'a log',
};

/** As an error says it. */
export const collectableWords = (missing: readonly Collectable[]): string[] =>
  missing.map((one) => WORDS[one]);
