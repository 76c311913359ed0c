import type { TimelineFilter } from '../../src-main/contract/timeline.ts';
import type { Order } from './entry-rows.ts';

export interface Person {
  readonly name: string;
  readonly keys: readonly string[];
}

/** An interval of the time that orders the list, ms since 1970 UTC, both ends inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the timeline is narrowed to. Every part must hold; of several values of one part, any. */
export interface Filter {
  readonly search: string;
  readonly kinds: readonly string[];
  readonly authors: readonly Person[];
  readonly phases: readonly string[];
  readonly tags: readonly string[];
  /** Only what came in since the last look. */
  readonly unseen: boolean;
  readonly span: Span | null;
}

export const NO_FILTER: Filter = {
  search: '',
  kinds: [],
  authors: [],
  phases: [],
  tags: [],
  unseen: false,
  span: null,
};

/** Parts with a menu of their own. */
export type MenuPart = 'kinds' | 'authors' | 'phases' | 'tags';

/** One condition, as it is shown and dropped. */
export type Part =
  | { readonly of: 'search'; readonly text: string }
  | { readonly of: 'kinds' | 'phases' | 'tags'; readonly value: string }
  | { readonly of: 'authors'; readonly person: Person }
  | { readonly of: 'unseen' }
  | { readonly of: 'span'; readonly span: Span };

/** All conditions, in the order in which they are shown. */
export function partsOf(filter: Filter): readonly Part[] {
  const values = (of: 'kinds' | 'phases' | 'tags'): Part[] => filter[of].map((value) => ({ of, value }));
  return [
    ...(filter.search === '' ? [] : [{ of: 'search', text: filter.search } as const]),
    ...values('kinds'),
    ...filter.authors.map((person) => ({ of: 'authors', person }) as const),
    ...values('phases'),
    ...values('tags'),
    ...(filter.unseen ? [{ of: 'unseen' } as const] : []),
    ...(filter.span === null ? [] : [{ of: 'span', span: filter.span } as const]),
  ];
}

export const isNarrowed = (filter: Filter): boolean => partsOf(filter).length > 0;

export function withoutPart(filter: Filter, part: Part): Filter {
  switch (part.of) {
    case 'search':
      return { ...filter, search: '' };
    case 'unseen':
      return { ...filter, unseen: false };
    case 'span':
      return { ...filter, span: null };
    case 'authors':
      return { ...filter, authors: filter.authors.filter(({ keys }) => keys[0] !== part.person.keys[0]) };
    default:
      return { ...filter, [part.of]: filter[part.of].filter((value) => value !== part.value) };
  }
}

/** The same question for every method of the timeline. */
export function questionOf(by: Order, filter: Filter): TimelineFilter {
  const { search, kinds, authors, phases, tags, unseen, span } = filter;
  return {
    by,
    ...(search === '' ? {} : { search }),
    ...(kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(authors.length === 0 ? {} : { author: authors.flatMap(({ keys }) => keys) }),
    ...(phases.length === 0 ? {} : { phase: [...phases] }),
    ...(tags.length === 0 ? {} : { tag: [...tags] }),
    ...(unseen ? { unseen } : {}),
    ...(span === null
      ? {}
      : { since: new Date(span.from).toISOString(), until: new Date(span.to).toISOString() }),
  };
}
