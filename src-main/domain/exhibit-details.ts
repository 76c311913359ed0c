import type { Json } from './canonical.ts';
import type { Entry } from './entry.ts';
import type { details } from './kinds/evidence.ts';
import type { FieldsOf } from './kinds/index.ts';

export type EvidenceType = FieldsOf<'evidence'>['type'];
export type DetailName = keyof typeof details;
/** What somebody said about an exhibit; what is not there was not said. */
export type Details = Pick<FieldsOf<'evidence-detail'>, DetailName>;

export type DescribedName = 'title' | 'type' | DetailName;

/** How people call each of them. */
export const describedWords: Readonly<Record<DescribedName, string>> = {
  title: 'title',
  type: 'type',
  source: 'host or system',
  collected_by: 'collected by',
  program: 'program',
  covers: 'times covered',
  zone: 'time zone',
  clock_offset: 'clock offset',
  provider: 'provider',
  item_id: 'id at the provider',
  console: 'place in the console',
  rotation: 'rotation it is exempted from',
  make: 'make',
  serial: 'serial number',
  held_by: 'held by',
  location: 'place',
  label: 'label printed anew',
};

/** What can be said anew, title and type first. The kind itself is not asked: a report's own check has no use for it. */
export const describedNames = Object.keys(describedWords) as readonly DescribedName[];

/** How a field of the record is called in JSON: `clock_offset` is `clockOffset`. */
export const viewName = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The details that a form asks for, by type, in the order of asking; the record takes any of them. */
const BY_TYPE: Readonly<Record<EvidenceType, readonly DetailName[]>> = {
  snapshot: ['provider', 'item_id', 'console', 'source'],
  backup: ['rotation', 'source'],
  log: ['source', 'program', 'covers', 'zone', 'clock_offset'],
  image: ['source', 'make', 'serial'],
  mail: ['source'],
  memory: ['source', 'clock_offset'],
  screenshot: ['source'],
  message: ['source'],
  thing: ['make', 'serial'],
  other: ['source'],
};

/** @param withFile false for a thing without a file: somebody holds it somewhere */
export function detailsFor(type: EvidenceType, withFile: boolean): readonly DetailName[] {
  const held: readonly DetailName[] = withFile && type !== 'thing' ? [] : ['held_by', 'location'];
  return [...held, ...BY_TYPE[type], 'collected_by'];
}

/** Of anything but a log, a zone is that of the times given, and stands with them. */
export const keptDetails = (type: EvidenceType, said: Details): Details => ({
  ...said,
  zone: type === 'log' ? said.zone : undefined,
});

/** One change of what is said about an exhibit. */
export interface DetailChange {
  readonly name: DescribedName;
  /** Null where nothing was said before. */
  readonly before: Json | null;
  readonly after: Json;
  /** The `evidence-detail` entry. */
  readonly entry: Entry;
}

export interface Described {
  readonly now: Readonly<Partial<Record<DescribedName, Json>>>;
  /** Oldest first. */
  readonly history: readonly DetailChange[];
}

/**
 * The newest value of each field, and how it came to be.
 * @param evidence the entry that registered the exhibit
 * @param said its `evidence-detail` entries in the order of the record
 */
export function described(evidence: Entry, said: readonly Entry[]): Described {
  const now: Partial<Record<DescribedName, Json>> = {};
  const history: DetailChange[] = [];
  for (const entry of [evidence, ...said]) {
    for (const name of describedNames) {
      const after = entry.fields[name];
      if (after === undefined) continue;
      if (entry !== evidence) history.push({ name, before: now[name] ?? null, after, entry });
      now[name] = after;
    }
  }
  return { now, history };
}
