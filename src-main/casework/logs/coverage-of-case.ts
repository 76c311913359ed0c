import { type Stretch, gapsIn } from '../../domain/plan/gaps.ts';
import { sameName } from '../../domain/same-name.ts';
import type { ReadableDb } from '../../store/db.ts';
import { namesIn } from '../names.ts';
import { situationOf } from '../plan/situation.ts';
import { type Reading, readingsOf } from './coverage-statements.ts';
import { type WantedLog, wantedLogs } from './wanted-logs.ts';

/** One log of one host: who read what of it, and what nobody read. */
export interface LogCoverage {
  /** Id of the wanted log; null where nobody asked for it. */
  readonly log: string | null;
  readonly source: string;
  readonly host: string | null;
  readonly readings: readonly Reading[];
  readonly gaps: readonly Stretch[];
  readonly read: 'whole' | 'part' | 'none';
}

export interface Coverage {
  /** The time that the logs are held against, and from what it follows; null where nothing is known. */
  readonly whole: Stretch | null;
  readonly begins: 'given' | 'suspected-or-detected' | 'first-reading';
  readonly logs: readonly LogCoverage[];
}

/**
 * What of the time of the incident was read, of which log: from the earliest that is suspected, detected or read, up to
 * its end, or to now.
 * @param asked a span of one's own, ms since 1970 UTC
 * @param now ms since 1970 UTC
 */
export function coverageOfCase(db: ReadableDb, now: number, asked: Partial<Stretch> = {}): Coverage {
  const names = namesIn(db);
  const readings = readingsOf(db, names);
  const { detected, suspected, ended } = situationOf(db);
  const noticed = [...detected, ...suspected].map(({ at }) => at);
  const first = readings.map(({ from }) => Date.parse(from));
  const from = asked.from ?? least([...noticed, ...first]);
  const to = asked.to ?? least(ended.map(({ at }) => at)) ?? now;
  const whole = from === undefined || from >= to ? null : { from, to };
  const begins =
    asked.from !== undefined
      ? 'given'
      : noticed.some((at) => at === from)
        ? 'suspected-or-detected'
        : 'first-reading';
  const rows = [
    ...wantedLogs(db, names).flatMap((log) => ofWanted(log, readings)),
    ...ofOthers(readings.filter(({ log }) => log === null)),
  ];
  return { whole, begins, logs: rows.map((row) => held(row, whole)) };
}

const least = (all: readonly number[]): number | undefined =>
  all.length === 0 ? undefined : Math.min(...all);

type Row = Omit<LogCoverage, 'gaps' | 'read'>;

/** A log that is read on several hosts is one row for each: what was read on one says nothing of another. */
function ofWanted({ id, title, host, state }: WantedLog, readings: readonly Reading[]): Row[] {
  const own = byHost(readings.filter(({ log }) => log === id));
  if (own.length === 0) {
    return state === 'not-available' ? [] : [{ log: id, source: title, host, readings: [] }];
  }
  return own.map(([server, some]) => ({ log: id, source: title, host: server, readings: some }));
}

function ofOthers(readings: readonly Reading[]): Row[] {
  const bySource = new Map<string, Reading[]>();
  for (const reading of readings) {
    const known = [...bySource.keys()].find((source) => sameName(source, reading.source)) ?? reading.source;
    bySource.set(known, [...(bySource.get(known) ?? []), reading]);
  }
  return [...bySource].flatMap(([source, some]) =>
    byHost(some).map(([host, of]) => ({ log: null, source, host, readings: of })),
  );
}

function byHost(readings: readonly Reading[]): [string, Reading[]][] {
  const hosts = new Map<string, Reading[]>();
  for (const reading of readings) {
    const known = [...hosts.keys()].find((host) => sameName(host, reading.host)) ?? reading.host;
    hosts.set(known, [...(hosts.get(known) ?? []), reading]);
  }
  return [...hosts];
}

function held(row: Row, whole: Stretch | null): LogCoverage {
  const spans = row.readings.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  const gaps = whole === null ? [] : gapsIn(whole, spans);
  const inside = whole !== null && spans.some(({ from, to }) => to > whole.from && from < whole.to);
  return { ...row, gaps, read: !inside ? 'none' : gaps.length === 0 ? 'whole' : 'part' };
}
