import { type Entry, objectField, textField } from '../../domain/entry.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind, standingUnder } from '../../store/queries/standing.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { type EntryView, entryView } from '../entry-view.ts';
import { happenedAt } from '../happened-at.ts';
import { type Names, type SignedBy, namesIn } from '../names.ts';
import { entryWithId } from '../read-entry.ts';
import { standingIn } from '../standing-in.ts';

export interface ReviewText {
  readonly part: FieldsOf<'review-text'>['part'];
  readonly text: string;
  readonly entry: string;
  /** UTC. */
  readonly at: string;
  readonly author: SignedBy;
  /** Other texts that stand beside it, because they were written in copies that did not know of each other. */
  readonly others: string[];
}

export interface ReviewItem {
  readonly item: string;
  readonly list: FieldsOf<'review-item'>['list'];
  readonly text: string;
  readonly owner: string | null;
  /** UTC. */
  readonly due: string | null;
  readonly state: FieldsOf<'review-item'>['state'];
  readonly why: string | null;
  readonly entry: string;
  readonly at: string;
  readonly author: SignedBy;
  /** True where two copies say different things of it. */
  readonly unsure: boolean;
}

export interface ReviewApproval {
  readonly by: string;
  readonly remark: string | null;
  readonly lateWhy: string | null;
  readonly entry: string;
  readonly at: string;
  readonly author: SignedBy;
  /** Parts of the review that were written after it. */
  readonly changedSince: number;
}

export interface Review {
  readonly texts: ReviewText[];
  readonly items: ReviewItem[];
  readonly excerpts: EntryView[];
  readonly approval: ReviewApproval | null;
}

/** The review of a case, as it stands. */
export function reviewOfCase(db: ReadableDb): Review {
  const names = namesIn(db);
  return {
    texts: textsOf(db, names),
    items: itemsOf(db, names),
    excerpts: excerptsOf(db, names),
    approval: approvalOf(db, names),
  };
}

const WITHHELD = '“withheld”';

function textsOf(db: ReadableDb, names: Names): ReviewText[] {
  const bySlot = Map.groupBy(standingUnder(db, 'review-text/'), ({ slot }) => slot);
  return [...bySlot.values()].flatMap((rows) => {
    const entries = rows.map(({ entry }) => entryWithId(db, entry));
    const last = entries.at(-1);
    if (last === undefined) return [];
    const words = entries.map((entry) => textField(entry, 'text') ?? WITHHELD);
    return [
      {
        part: (textField(last, 'part') ?? 'retrospective') as ReviewText['part'],
        text: words.at(-1) ?? '',
        others: words.slice(0, -1),
        ...signed(last, names),
      },
    ];
  });
}

const signed = (entry: Entry, names: Names) => ({
  entry: entry.id as string,
  at: entry.header.recorded as string,
  author: names.signedBy(entry.header),
});

/** In the order in which each was written first. */
function itemsOf(db: ReadableDb, names: Names): ReviewItem[] {
  const first = new Map<string, number>();
  for (const { about, number } of aboutOfKind(db, 'review-item')) {
    if (!first.has(about)) first.set(about, number);
  }
  const bySlot = Map.groupBy(standingUnder(db, 'review-item/'), ({ slot }) => slot);
  return [...bySlot]
    .flatMap(([slot, rows]) => {
      const last = rows.at(-1);
      return last === undefined
        ? []
        : [itemOf(slot.slice('review-item/'.length), entryWithId(db, last.entry), rows.length > 1, names)];
    })
    .toSorted((a, b) => (first.get(a.item) ?? 0) - (first.get(b.item) ?? 0));
}

function itemOf(item: string, entry: Entry, unsure: boolean, names: Names): ReviewItem {
  const due = objectField(entry, 'due')?.['utc'];
  return {
    item,
    list: (textField(entry, 'list') ?? 'cause') as ReviewItem['list'],
    text: textField(entry, 'text') ?? WITHHELD,
    owner: textField(entry, 'owner') ?? null,
    due: typeof due === 'string' ? due : null,
    state: (textField(entry, 'state') ?? 'open') as ReviewItem['state'],
    why: textField(entry, 'why') ?? null,
    unsure,
    ...signed(entry, names),
  };
}

/** As they happened. Where one copy shows an entry and another does not, it is shown. */
function excerptsOf(db: ReadableDb, names: Names): EntryView[] {
  const shown = new Set(
    standingUnder(db, 'review-excerpt/')
      .filter(({ entry }) => entryWithId(db, entry).fields['shown'] === true)
      .map(({ slot }) => slot.slice('review-excerpt/'.length)),
  );
  return [...shown]
    .flatMap((id) => {
      const row = timelineRowOf(db, id);
      return row === undefined ? [] : [{ entry: entryWithId(db, id), number: row.number }];
    })
    .toSorted((a, b) => happenedAt(a.entry) - happenedAt(b.entry) || a.number - b.number)
    .map(({ entry, number }) => entryView(entry, number, names));
}

/** What the approval is about; that an improvement was seen to later changes nothing of it. */
const APPROVED = ['review-text', 'review-item', 'review-excerpt'] as const;

function approvalOf(db: ReadableDb, names: Names): ReviewApproval | null {
  const entry = standingIn(db, 'review-approval').at(-1);
  if (entry === undefined) return null;
  const number = timelineRowOf(db, entry.id)?.number ?? 0;
  const later = APPROVED.flatMap((kind) => aboutOfKind(db, kind)).filter(
    (row) => row.number > number && isChange(entryWithId(db, row.entry)),
  );
  return {
    by: textField(entry, 'by') ?? WITHHELD,
    remark: textField(entry, 'remark') ?? null,
    lateWhy: textField(entry, 'late_why') ?? null,
    changedSince: later.length,
    ...signed(entry, names),
    at: new Date(happenedAt(entry)).toISOString(),
  };
}

const isChange = (entry: Entry): boolean =>
  entry.header.kind !== 'review-item' || textField(entry, 'state') === 'open';
