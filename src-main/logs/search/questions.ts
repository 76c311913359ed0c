import { logProblemsOf } from '../../store/log-index/source.ts';
import { logRepeats } from '../../store/log-index/repeat.ts';
import type { SourceRow } from '../../store/log-index/source.ts';
import type { NamedField } from '../reading/reader.ts';
import type { Facet } from './facets.ts';
import type { Asked, LogSearch, SourceLabel } from './log-search.ts';
import type { Silence } from './silences.ts';
import type { ShownRow } from './shown-row.ts';

/** A row with what it is called by from outside. */
export type NamedRow = ShownRow & { readonly ref: string };

/** A source, and how many of its rows stand in others, too. */
export type IndexedSource = SourceRow & {
  readonly repeats: readonly { readonly other: number; readonly rows: number }[];
};

export interface SearchState {
  readonly search: number;
  readonly matched: number;
  readonly isDone: boolean;
  readonly looked: number;
  readonly rows: number;
}

/** What is asked of the thread that holds the index open, and what it answers. Plain data: both cross threads. */
export interface LogQuestions {
  label: { request: { labels: readonly SourceLabel[] }; answer: null };
  sources: {
    request: { readonly [name: string]: never };
    answer: readonly IndexedSource[];
  };
  /** Of each source by its id; all their times are read for it. */
  silences: {
    request: { readonly [name: string]: never };
    answer: ReadonlyMap<number, readonly Silence[]>;
  };
  problems: { request: { source: number }; answer: ReturnType<typeof logProblemsOf> };
  /**
   * With what sources are called, as `label` says it, so that one question does for both.
   * `known`: ids of the sources that whoever asks has heard of. Where there are others `found` is null: they are asked for first.
   */
  search: {
    request: Asked & { limit: number; labels: readonly SourceLabel[]; known: readonly number[] };
    answer: { readonly found: (SearchState & { readonly page: readonly NamedRow[] }) | null };
  };
  page: { request: { search: number; from: number; count: number }; answer: readonly NamedRow[] };
  progress: {
    request: {
      search: number;
      bins: number;
      span: { readonly from: number; readonly to: number } | null;
      facets: readonly string[];
      top: number;
    };
    answer: SearchState & {
      readonly histogram: ReturnType<LogSearch['histogram']>;
      readonly facets: readonly Facet[];
    };
  };
  row: {
    request: { ref: string };
    answer: { readonly row: NamedRow; readonly fields: readonly NamedField[]; readonly reader: string };
  };
  around: {
    request: { ref: string; minutes: number; limit: number };
    answer: { readonly page: readonly NamedRow[]; readonly at: number };
  };
}

export type LogQuestion = {
  [Name in keyof LogQuestions]: { readonly name: Name } & LogQuestions[Name]['request'];
}[keyof LogQuestions];

/** @throws CaseError `wrong-use` */
export function answerQuestion(
  search: LogSearch,
  question: LogQuestion,
): LogQuestions[LogQuestion['name']]['answer'] {
  const named = (row: ShownRow): NamedRow => ({ ...row, ref: search.refOf(row) });
  switch (question.name) {
    case 'label':
      search.label(question.labels);
      return null;
    case 'sources': {
      search.view.refresh();
      return search.view.sources.map((source) => ({ ...source, repeats: repeatsOf(search, source.id) }));
    }
    case 'silences':
      return search.silences();
    case 'problems':
      return logProblemsOf(search.view.db, question.source);
    case 'search': {
      search.view.refresh();
      if (search.view.sources.some(({ id }) => !question.known.includes(id))) return { found: null };
      search.label(question.labels);
      const { search: number, page } = search.search(question, question.limit);
      return { found: { ...search.state(number), page: page.map((row) => named(row)) } };
    }
    case 'page':
      return search.page(question.search, question.from, question.count).map((row) => named(row));
    case 'progress':
      return {
        ...search.state(question.search),
        histogram: search.histogram(question.search, question.bins, question.span),
        facets: search.facets(question.search, question.facets, question.top),
      };
    case 'row': {
      const { row, fields, reader } = search.row(question.ref);
      return { row: named(row), fields, reader };
    }
    case 'around': {
      const { page, at } = search.around(question.ref, question.minutes, question.limit);
      return { page: page.map((row) => named(row)), at };
    }
  }
}

function repeatsOf({ view }: LogSearch, source: number): IndexedSource['repeats'] {
  const rows = new Map<number, number>();
  for (const one of logRepeats(view.db)) {
    if (one.source === source) rows.set(one.other, (rows.get(one.other) ?? 0) + one.total_rows);
  }
  return [...rows].map(([other, count]) => ({ other, rows: count }));
}
