import { entryWithId, findEntry } from '../casework/read-entry.ts';
import { CaseError } from '../domain/errors.ts';
import { isPersonal } from '../domain/redaction.ts';
import type { ReadableDb } from '../store/db.ts';
import { entriesAbout } from '../store/queries/standing.ts';

/** What of the record stays out of an export; its digests stay in, so that hashes and signatures hold. */
export interface Redaction {
  readonly what: 'none' | 'personal' | 'chosen';
  readonly leavesOut: (entry: string, kind: string, field: string) => boolean;
}

export const NOTHING_LEFT_OUT: Redaction = { what: 'none', leavesOut: () => false };
export const WITHOUT_PERSONAL: Redaction = {
  what: 'personal',
  leavesOut: (_, kind, field) => isPersonal(kind, field),
};

/** What somebody wishes to leave out. */
export interface RedactionWish {
  readonly personal?: boolean | undefined;
  /** Entries, each by at least 8 digits of its id: all that is personal in them and in their corrections. */
  readonly entries?: readonly string[] | undefined;
  /** `ENTRY:FIELD` */
  readonly fields?: readonly string[] | undefined;
}

/** @throws CaseError `entry-unknown`, `entry-ambiguous`; `wrong-use` for a field that cannot be left out */
export function redactionOf(
  db: ReadableDb,
  { personal = false, entries = [], fields = [] }: RedactionWish,
): Redaction {
  if (entries.length + fields.length === 0) return personal ? WITHOUT_PERSONAL : NOTHING_LEFT_OUT;
  const whole = new Set(
    entries.flatMap((digits) => {
      const id = findEntry(db, digits);
      return [id, ...entriesAbout(db, id, 'correction').map(({ entry }) => entry)];
    }),
  );
  const single = new Set(fields.map((given) => fieldIn(db, given)));
  return {
    what: personal ? 'personal' : 'chosen',
    leavesOut: (entry, kind, field) =>
      ((personal || whole.has(entry)) && isPersonal(kind, field)) || single.has(`${entry}:${field}`),
  };
}

/** `ENTRY:FIELD` with the whole id, where that entry has the field and it may be left out. */
function fieldIn(db: ReadableDb, given: string): string {
  const [digits = '', field = ''] = given.split(':');
  const id = findEntry(db, digits);
  const entry = entryWithId(db, id);
  const possible = Object.keys(entry.fields).filter((name) => isPersonal(entry.header.kind, name));
  if (possible.includes(field)) return `${id}:${field}`;
  throw new CaseError('wrong-use', {
    reason:
      possible.length === 0
        ? `Entry ${id.slice(0, 8)} has no field that can be left out.`
        : `Entry ${id.slice(0, 8)} has no field “${field}” that can be left out. It has ${possible.join(', ')}.`,
  });
}
