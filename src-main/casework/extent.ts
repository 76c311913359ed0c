import { utcIso } from '../domain/brands.ts';
import { type Entry, listField, textField } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { type ExtentKind, type ExtentState, extentKey, extentKinds } from '../domain/plan/extent.ts';
import type { ReadableDb } from '../store/db.ts';
import { standingUnder } from '../store/queries/standing.ts';
import { append, step } from './append.ts';
import { filled } from './given-text.ts';
import { happenedAt } from './happened-at.ts';
import { type SignedBy, namesIn } from './names.ts';
import { entryWithId } from './read-entry.ts';
import type { WritingSession } from './session.ts';
import { standingIn } from './standing-in.ts';
import { timeGiven } from './time-given.ts';

/** One statement about a thing that the incident reaches or may reach. */
export interface ExtentSaid {
  readonly entry: string;
  readonly state: ExtentState;
  readonly before: string[];
  readonly by: string[];
  readonly grounds: string | null;
  /** UTC. */
  readonly at: string;
  readonly author: SignedBy;
}

export interface ExtentItem {
  readonly of: ExtentKind;
  readonly item: string;
  /** What stands; several where copies disagree. */
  readonly said: [ExtentSaid, ...ExtentSaid[]];
}

/** How far the incident reaches: systems, accounts, data, customers, each in the order in which it was named. */
export function extentOf(db: ReadableDb): ExtentItem[] {
  const names = namesIn(db);
  const items: (ExtentItem & { readonly number: number })[] = [];
  for (const [, rows] of Map.groupBy(standingUnder(db, 'extent/'), ({ slot }) => slot)) {
    const [first, ...others] = rows.map(({ entry }) => entryWithId(db, entry));
    const of = first === undefined ? undefined : extentKinds.find((one) => one === textField(first, 'of'));
    if (first === undefined || of === undefined) continue;
    const said = (entry: Entry): ExtentSaid => ({
      entry: entry.id,
      state: (textField(entry, 'state') ?? 'suspected') as ExtentState,
      before: [...listField(entry, 'before')],
      by: [...listField(entry, 'by')],
      grounds: textField(entry, 'grounds') ?? null,
      at: utcIso(happenedAt(entry)),
      author: names.signedBy(entry.header),
    });
    items.push({
      of,
      item: textField(first, 'item') ?? 'withheld',
      said: [said(first), ...others.map(said)],
      number: rows[0]?.number ?? 0,
    });
  }
  return items.toSorted((a, b) => a.number - b.number).map(({ of, item, said }) => ({ of, item, said }));
}

export interface NewExtent {
  readonly of: ExtentKind;
  readonly item: string;
  readonly state: ExtentState;
  readonly by: readonly string[];
  readonly grounds: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Says what is known of a system, an account, a kind of data or a group of customers; the entry carries what stood.
 * @throws CaseError `text-empty`, `wrong-use` where the record says so already; the time errors of `understandTime`
 */
export function stateExtent(session: WritingSession, given: NewExtent): Entry {
  const item = filled(given.item);
  if (item === undefined) throw new CaseError('text-empty');
  const stood = standingIn(session.db, `extent/${given.of}/${extentKey(item)}`);
  const before = [...new Set(stood.flatMap((entry) => textField(entry, 'state') ?? []))];
  const by = given.by.flatMap((person) => filled(person) ?? []);
  if (
    stood.length === 1 &&
    before[0] === given.state &&
    by.length === 0 &&
    filled(given.grounds) === undefined
  ) {
    throw new CaseError('wrong-use', { reason: `The record says already that ${item} is ${given.state}.` });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  const [first] = stood;
  return step(session, () =>
    append(session, 'extent', {
      of: given.of,
      item: (first === undefined ? undefined : textField(first, 'item')) ?? item,
      state: given.state,
      before: before.length === 0 ? undefined : before,
      by: by.length === 0 ? undefined : by,
      grounds: filled(given.grounds),
      occurred,
    }),
  );
}

/** What is or may be reached, in words for a message; undefined where nothing is. Accounts name people, so only their number. */
export function extentText(db: ReadableDb): string | undefined {
  const reached = extentOf(db).filter(({ said }) =>
    said.some(({ state }) => state === 'affected' || state === 'suspected' || state === 'restored'),
  );
  const parts = extentKinds.flatMap((kind) => {
    const some = reached.filter(({ of }) => of === kind);
    if (some.length === 0) return [];
    const named = kind === 'systems' || kind === 'data';
    const list = some.map(({ item, said }) =>
      said.some(({ state }) => state !== 'suspected') ? item : `${item} (suspected)`,
    );
    return [named ? `${kind}: ${list.join(', ')}` : `${kind}: ${some.length}`];
  });
  return parts.length === 0 ? undefined : parts.join('; ');
}
