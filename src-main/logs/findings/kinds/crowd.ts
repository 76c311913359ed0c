import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { RowReader } from '../row-reader.ts';

/** One address that has a large share of the requests that run at one moment. A row is written when its request ends. */
export interface Crowd {
  readonly kind: 'crowd';
  readonly line: string;
  /** At least so many requests of it at once … */
  readonly requests: number;
  /** … which are more than this share of all that run in the same log. */
  readonly share: number;
}

interface Request {
  readonly row: number;
  readonly source: number;
  readonly address: number;
  /** ms since 1970 UTC. */
  readonly begin: number;
  readonly end: number;
}

/** Requests that are kept; a rule that meets more says that it is not complete. */
const MOST_REQUESTS = 500_000;

export function findCrowds(crowd: Crowd, ground: Ground): Found[] {
  const requests = requestsIn(crowd.line, ground);
  const found = new Map<number, Visitor>();
  for (const source of ground.sources) {
    watch(
      requests.filter((one) => one.source === source),
      crowd,
      found,
    );
  }
  return [...found].flatMap(([address, { taken, most, of }]) => {
    if (taken.length === 0) return [];
    const evidence = new Evidence();
    const inOrder = taken.toSorted((a, b) => a.end - b.end || a.row - b.row);
    const known = new Set<number>();
    for (const { row, end } of inOrder) {
      const first = ground.repeats.firstOf(row);
      if (!known.has(first)) evidence.add(first, end);
      known.add(first);
    }
    const about = ground.nameOf('address', address);
    const detail = `up to ${most} of ${of} that ran at once`;
    return [evidence.found(about, ground.lineFor(crowd.line, 'address', about), detail)];
  });
}

/** What one address had running. */
interface Visitor {
  running: number;
  /** Its requests that ran lately and are not taken. */
  lately: Request[];
  readonly taken: Request[];
  most: number;
  of: number;
}

function watch(
  requests: readonly Request[],
  { requests: least, share }: Crowd,
  visitors: Map<number, Visitor>,
): void {
  const ending = requests.toSorted((a, b) => a.end - b.end);
  let [ended, running] = [0, 0];
  for (const one of requests.toSorted((a, b) => a.begin - b.begin)) {
    // What ends at the moment at which this one begins made room for it.
    for (; (ending[ended]?.end ?? Number.POSITIVE_INFINITY) <= one.begin; ended++) {
      const visitor = visitors.get(ending[ended]?.address ?? 0);
      if (visitor !== undefined) visitor.running--;
      running--;
    }
    const visitor = visitors.get(one.address) ?? { running: 0, lately: [], taken: [], most: 0, of: 0 };
    visitors.set(one.address, visitor);
    running++;
    visitor.running++;
    visitor.lately.push(one);
    if (visitor.running >= least && visitor.running > running * share) {
      for (const request of visitor.lately) if (request.end > one.begin) visitor.taken.push(request);
      visitor.lately = [];
      if (visitor.running > visitor.most) [visitor.most, visitor.of] = [visitor.running, running];
    } else if (visitor.running === 1) visitor.lately = [one];
  }
  for (const visitor of visitors.values()) [visitor.running, visitor.lately] = [0, []];
}

function requestsIn(line: string, ground: Ground): Request[] {
  const found: Request[] = [];
  const reader = ground.reader();
  // What ran at the seam of two logs is in both: each is looked at whole, and a request is counted once.
  for (const piece of ground.allRows(line).filled()) {
    for (const row of piece) {
      reader.go(row);
      const request = requestAt(row, reader);
      if (request === null) continue;
      if (found.length === MOST_REQUESTS) {
        ground.isComplete = false;
        return found;
      }
      found.push(request);
    }
  }
  return found;
}

function requestAt(row: number, reader: RowReader): Request | null {
  const [duration, address, end] = [reader.number('duration'), reader.word('address'), reader.time];
  if (duration === null || duration <= 0 || address === 0 || end === null) return null;
  return { row, source: reader.source, address, begin: end - duration, end };
}
