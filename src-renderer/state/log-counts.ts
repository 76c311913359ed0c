import { ask } from '../api/client.ts';
import {
  type LogFacet,
  type LogProgress,
  type LogSpan,
  generationNow,
  iso,
  useLogSearch,
} from './log-search-state.ts';

/** Parts of the histogram. */
const BINS = 120;
/** Values of a column that are shown at first, and when somebody asks for more. */
const TOP = 6;
const MORE = 60;
/** Columns whose values are counted, in the order in which they are shown; a group is asked for at once. */
const FACETS: readonly (readonly string[])[] = [
  ['source', 'address', 'path', 'status', 'method'],
  ['user', 'event', 'agent', 'provider', 'action', 'rule'],
  ['host', 'computer', 'channel', 'process', 'level', 'destination', 'port', 'protocol', 'referer'],
];

const wait = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Counting goes on in the engine behind the first page; how far it is, is asked for now and then. */
export async function followLogSearch(number: number, mine: number): Promise<void> {
  const began = performance.now();
  for (let pause = 25; ; pause = Math.min(500, pause * 2)) {
    const progress = await askProgress(number, mine, [], 1, true);
    if (progress === null) return;
    const { matched, isDone, rows, histogram } = progress;
    const milliseconds = isDone && pause > 25 ? performance.now() - began : null;
    useLogSearch.setState({
      matched,
      isDone,
      rows,
      histogram,
      ...(milliseconds === null ? {} : { milliseconds: useLogSearch.getState().milliseconds + milliseconds }),
    });
    if (isDone) break;
    await wait(pause);
    if (mine !== generationNow()) return;
  }
  await countFacets(number, mine);
}

async function askProgress(
  number: number,
  mine: number,
  facets: readonly string[],
  top: number,
  withHistogram: boolean,
): Promise<LogProgress | null> {
  const { zoom } = useLogSearch.getState();
  const answer = await ask('log.progress', {
    search: number,
    bins: withHistogram ? BINS : 0,
    from: zoom === null ? null : iso(zoom.from),
    to: zoom === null ? null : iso(zoom.to),
    facets: [...facets],
    top,
  });
  return mine === generationNow() && answer.ok ? answer.data : null;
}

async function countFacets(number: number, mine: number): Promise<void> {
  const counted: LogFacet[] = [];
  for (const group of FACETS) {
    const progress = await askProgress(number, mine, group, TOP, false);
    if (progress === null) return;
    counted.push(...progress.facets.filter(({ column, distinct }) => distinct > 0 || column === 'source'));
    // What was counted for the search before stays in sight until all is new.
    if (useLogSearch.getState().facets === null) useLogSearch.setState({ facets: [...counted] });
  }
  useLogSearch.setState({ facets: counted });
}

/** Counts more values of one column. */
export async function moreValues(column: string): Promise<void> {
  const { search: number } = useLogSearch.getState();
  if (number === null) return;
  const progress = await askProgress(number, generationNow(), [column], MORE, false);
  const [more] = progress?.facets ?? [];
  if (more === undefined) return;
  useLogSearch.setState(({ facets }) => ({
    facets: (facets ?? []).map((facet) => (facet.column === column ? more : facet)),
  }));
}

export function fewerValues(column: string): void {
  useLogSearch.setState(({ facets }) => ({
    facets: (facets ?? []).map((facet) =>
      facet.column === column ? { ...facet, values: facet.values.slice(0, TOP) } : facet,
    ),
  }));
}

/** Shows another part of the time in the histogram. */
export async function zoomLogs(zoom: LogSpan | null): Promise<void> {
  useLogSearch.setState({ zoom });
  const { search: number } = useLogSearch.getState();
  if (number === null) return;
  const progress = await askProgress(number, generationNow(), [], 1, true);
  if (progress !== null) useLogSearch.setState({ histogram: progress.histogram });
}
