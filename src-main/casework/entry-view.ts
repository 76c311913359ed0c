import type { Json } from '../domain/canonical.ts';
import { type Entry, listField, objectField, textField } from '../domain/entry.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import type { ReadableDb } from '../store/db.ts';
import { timelineRowOf } from '../store/queries/timeline.ts';
import type { Marks } from './marks.ts';
import { type Names, type SignedBy, namesIn } from './names.ts';
import { sentenceOf } from './sentence.ts';

/** An entry as people and scripts see it (cli.md); fields of its kind stand beside the common ones. */
export interface EntryView {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly author: SignedBy;
  readonly writer: string;
  readonly n: number;
  readonly parents: string[];
  readonly recorded: string;
  readonly occurred: Occurred | null;
  readonly phase: string;
  readonly text: string;
  readonly tags: string[];
  /** Of a correction: the note that it corrects. */
  readonly corrects?: string;
  /** Of a note: how it reads now; the last one where several stand beside each other. */
  readonly correctedBy?: string;
  readonly [field: string]: unknown;
}

/** Fields that the view shows under a name of its own, or that only checkers need. */
const COMMON = new Set(['occurred', 'phase', 'tags', 'text', 'opened', 'nonce', 'manifest']);

export function entryView(entry: Entry, number: number, names: Names): EntryView {
  const { header } = entry;
  const own: Record<string, Json> = {};
  for (const [name, value] of Object.entries(entry.fields)) if (!COMMON.has(name)) own[name] = value;
  return {
    ...own,
    id: entry.id,
    number,
    kind: header.kind,
    author: names.signedBy(header),
    writer: header.writer,
    n: header.n,
    parents: [...header.parents],
    recorded: header.recorded,
    occurred: (objectField(entry, 'occurred') ?? null) as Occurred | null,
    phase: textField(entry, 'phase') ?? names.marks.phaseAt(number),
    text: textField(entry, 'text') ?? sentenceOf(entry),
    tags: [...listField(entry, 'tags')],
    ...aboutEntry(entry, names.marks),
  };
}

/** What other entries say about this one; nothing where none does. */
function aboutEntry(entry: Entry, marks: Marks): Record<string, unknown> {
  const corrects = entry.header.kind === 'correction' ? textField(entry, 'entry') : undefined;
  const standing = marks.correctionsOf(corrects ?? entry.id);
  // A correction that stands reads as it is, also where others stand beside it.
  const stands = standing.includes(entry.id);
  const exhibits = marks.exhibitsOf(entry.id);
  const withheldBy = marks.withheldBy(entry.id);
  return {
    ...(corrects === undefined ? {} : { corrects }),
    ...(standing.length === 0 || stands ? {} : { correctedBy: standing.at(-1) }),
    ...(standing.length > 1 ? { correctedDifferently: standing } : {}),
    ...(exhibits.length === 0 ? {} : { exhibits }),
    ...(withheldBy.length === 0 ? {} : { withheldBy }),
  };
}

/** The view of an entry that was just written. */
export function viewOfNew(db: ReadableDb, entry: Entry): EntryView {
  return entryView(entry, timelineRowOf(db, entry.id)?.number ?? 0, namesIn(db));
}
