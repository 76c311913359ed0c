import { coverageOfCase } from '../../casework/logs/coverage-of-case.ts';
import { recordReading, withdrawReading } from '../../casework/logs/record-coverage.ts';
import { recordRotation } from '../../casework/logs/record-rotation.ts';
import { addWantedLog, recordLogState } from '../../casework/logs/record-wanted-log.ts';
import { rotationsOf } from '../../casework/logs/rotations.ts';
import { wantedLogs } from '../../casework/logs/wanted-logs.ts';
import { situationOf } from '../../casework/plan/situation.ts';
import { zoneOf } from '../../casework/case-facts.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import type { Stretch } from '../../domain/plan/gaps.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { exhibitEntries } from '../exhibit-entries.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const wanted = (engine: Engine): ResponseOf<'log.wanted'> => ({
  logs: wantedLogs(openCaseOf(engine).db),
});

export const want = (engine: Engine, given: RequestOf<'log.want'>): ResponseOf<'log.want'> =>
  written(engine, (session) => addWantedLog(session, given.title, given.host));

export const state = (engine: Engine, given: RequestOf<'log.state'>): ResponseOf<'log.state'> =>
  written(engine, (session) =>
    recordLogState(session, {
      log: given.log,
      event: given.event,
      host: given.host,
      by: given.by,
      result: given.result,
      why: given.why,
      evidence: exhibitEntries(session.db, given.evidence),
      at: given.at,
      zone: given.zone,
    }),
  );

export function coverage(engine: Engine, given: RequestOf<'log.coverage'>): ResponseOf<'log.coverage'> {
  const { db } = openCaseOf(engine);
  const now = engine.host.clock.now();
  const instant = (typed: string): number =>
    Date.parse(understandTime(typed, given.zone ?? zoneOf(db), now).utc);
  const { whole, begins, logs } = coverageOfCase(db, now, {
    ...(given.since === undefined ? {} : { from: instant(given.since) }),
    ...(given.until === undefined ? {} : { to: instant(given.until) }),
  });
  return {
    whole: whole === null ? null : stretchOf(whole),
    begins,
    ended: situationOf(db).ended.length > 0,
    logs: logs.map((log) => ({
      ...log,
      readings: [...log.readings],
      gaps: log.gaps.map((gap) => stretchOf(gap)),
    })),
  };
}

const stretchOf = ({ from, to }: Stretch) => ({ from: utcIso(from), to: utcIso(to) });

export const cover = (engine: Engine, given: RequestOf<'log.cover'>): ResponseOf<'log.cover'> =>
  written(engine, (session) =>
    recordReading(session, {
      source: given.source,
      host: given.host,
      from: given.from,
      to: given.to,
      zone: given.zone,
      by: given.by,
      found: given.found,
      evidence: exhibitEntries(session.db, given.evidence),
      at: given.at,
      replaces: given.replaces,
    }),
  );

export const uncover = (engine: Engine, given: RequestOf<'log.uncover'>): ResponseOf<'log.uncover'> =>
  written(engine, (session) => withdrawReading(session, given.entry, given.why));

export function rotations(engine: Engine): ResponseOf<'log.rotations'> {
  return { rotations: rotationsOf(openCaseOf(engine).db, engine.host.clock.now()) };
}

export const rotation = (engine: Engine, given: RequestOf<'log.rotation'>): ResponseOf<'log.rotation'> =>
  written(engine, (session) =>
    recordRotation(session, {
      job: given.job,
      event: given.event,
      host: given.host,
      by: given.by,
      until: given.until,
      proof: given.proof,
      reference: given.reference,
      why: given.why,
      at: given.at,
      zone: given.zone,
    }),
  );
