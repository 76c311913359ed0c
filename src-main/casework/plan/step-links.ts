import { listField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind } from '../../store/queries/standing.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { exhibitLabels } from '../exhibit-labels.ts';
import { entryWithId } from '../read-entry.ts';
import { sentenceOf } from '../sentence.ts';

/** An exhibit that was linked to a step. */
export interface StepExhibit {
  readonly entry: string;
  readonly exhibit: string;
}

/** An entry that was linked to a step. */
export interface StepEntry {
  readonly entry: string;
  readonly kind: string;
  readonly text: string;
}

export interface StepLinks {
  readonly evidence: string[];
  readonly entries: StepEntry[];
}

/** So much of an entry is enough to know it again. */
const CUT = 200;

/** What was linked to steps, by step. */
export function linksOf(db: ReadableDb): Map<string, StepLinks> {
  const links = new Map<string, StepLinks>();
  for (const { about, entry: id } of aboutOfKind(db, 'step-link')) {
    const entry = entryWithId(db, id);
    const own = links.get(about) ?? { evidence: [], entries: [] };
    own.evidence.push(...listField(entry, 'evidence'));
    own.entries.push(...listField(entry, 'entries').flatMap((one) => linkedEntry(db, one)));
    links.set(about, own);
  }
  return links;
}

function linkedEntry(db: ReadableDb, id: string): StepEntry[] {
  if (timelineRowOf(db, id) === undefined) return [];
  const entry = entryWithId(db, id);
  return [{ entry: id, kind: entry.header.kind, text: sentenceOf(entry).slice(0, CUT) }];
}

/**
 * The exhibits of a step, each once.
 * @param said entries of those that were named with what was said of it
 */
export function shownExhibits(
  db: ReadableDb,
  said: readonly string[],
  links: StepLinks | undefined,
): StepExhibit[] {
  const all = new Set([...said, ...(links?.evidence ?? [])]);
  return [...all].flatMap((entry) => exhibitLabels(db, [entry]).map((exhibit) => ({ entry, exhibit })));
}
