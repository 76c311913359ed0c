import type { EntryId } from '../domain/brands.ts';
import { fromHex, hex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { isKindName, kinds } from '../domain/kinds/index.ts';
import { rowsOf } from '../domain/projection/rows.ts';
import { subjectsOf } from '../domain/projection/subject.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { fieldsOf } from '../store/queries/entry.ts';
import { insertProjected, removeProjected } from '../store/queries/projection.ts';
import { aboutOfKind, replaceSlot } from '../store/queries/standing.ts';
import { timelineRowOf } from '../store/queries/timeline.ts';
import { withholdField } from '../store/queries/withheld.ts';
import { append, step } from './append.ts';
import { entryWithId } from './read-entry.ts';
import type { WritingSession } from './session.ts';

/**
 * Takes the text of one field away for good, such as a password that was pasted by mistake. Its digest stays, so hash,
 * signature and order still hold.
 * @throws CaseError `wrong-use` for a field that is not there or not personal
 */
export function withhold(session: WritingSession, id: EntryId, field: string, why: string): Entry {
  const target = entryWithId(session.db, id);
  const { kind } = target.header;
  const personal: readonly string[] = isKindName(kind) ? kinds[kind].personal : Object.keys(target.fields);
  const rows = fieldsOf(session.db, fromHex(id));
  const row = rows.find(({ name }) => name === field);
  if (row === undefined || !personal.includes(field)) {
    const possible = rows.map(({ name }) => name).filter((name) => personal.includes(name));
    throw new CaseError('wrong-use', {
      reason:
        possible.length === 0
          ? `Entry ${id.slice(0, 8)} has no field that can be withheld.`
          : `Entry ${id.slice(0, 8)} has no field “${field}” that can be withheld. It has ${possible.join(', ')}.`,
    });
  }
  if (why.trim() === '') throw new CaseError('wrong-use', NO_REASON);
  const digest = hex(row.digest);
  return step(session, () => {
    const entry = append(session, 'withholding', { entry: id, field, digest, why });
    applyWithholding(session.db, id, digest, entry.id);
    return entry;
  });
}

const NO_REASON = {
  reason: 'Withholding needs its reason: say what it was, without repeating it.',
  cli: '`--why W` says it.',
};

/** Takes the text of a field away, and what the views show of it. Call it inside a transaction. */
export function applyWithholding(db: WritableDb, entry: string, digest: string, by: string): void {
  const before = slotsOf(db, entry);
  withholdField(db, entry, digest, by);
  const number = timelineRowOf(db, entry)?.number;
  if (number === undefined) return;
  removeProjected(db, number);
  for (const row of rowsOf(entryWithId(db, entry), number)) insertProjected(db, row);
  const after = new Set(slotsOf(db, entry));
  // The name of a slot may be the very text that is gone, as the item of an extent is.
  for (const slot of before) if (!after.has(slot)) standAnew(db, entry, slot);
}

const slotsOf = (db: ReadableDb, id: string): string[] =>
  subjectsOf(entryWithId(db, id)).flatMap(({ slot }) => slot ?? []);

/** Who stands in a slot after an entry has lost it: those of the others that no later one descends from. */
function standAnew(db: WritableDb, lost: string, slot: string): void {
  const { kind } = entryWithId(db, lost).header;
  const others = aboutOfKind(db, kind).filter(
    ({ entry }) => entry !== lost && slotsOf(db, entry).includes(slot),
  );
  const standing = others.filter(
    (one) => !others.some((later) => later.number > one.number && descends(db, later.entry, one)),
  );
  replaceSlot(
    db,
    slot,
    standing.map(({ number }) => number),
  );
}

/** Whether an entry descends from another; what has a smaller number than that cannot lead to it. */
function descends(
  db: ReadableDb,
  from: string,
  to: { readonly entry: string; readonly number: number },
): boolean {
  const open = [from];
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to.entry) return true;
    if (seen.has(id) || (timelineRowOf(db, id)?.number ?? 0) < to.number) continue;
    seen.add(id);
    open.push(...entryWithId(db, id).header.parents);
  }
  return false;
}
