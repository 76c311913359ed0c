import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { useAddings } from '../../state/addings.ts';
import { useCase } from '../../state/case.ts';
import { useCaseAuthors } from '../../state/case-authors.ts';
import { useEvidence } from '../../state/evidence.ts';
import { extentSummary, useExtent } from '../../state/extent.ts';
import { useHandover, waitingHandover } from '../../state/handover.ts';
import { useLogs } from '../../state/logs.ts';
import { loadForks, useMerge } from '../../state/merge.ts';
import { isEradicated, usePlan } from '../../state/plan.ts';
import { type Situation, mostFixed } from './what-is-next.ts';

/** So many statements of people and authorities are looked at: the newest. */
const LOOKED_AT = 50;

/** What fixes the record from outside, and the last comparison of clocks; null until they were read. */
function useAnchors(entries: number): Pick<Situation, 'witnessed' | 'clockCompared'> | null {
  const [anchors, setAnchors] = useState<Pick<Situation, 'witnessed' | 'clockCompared'> | null>(null);
  useEffect(() => {
    let current = true;
    const newest = async (kinds: string[], limit: number) =>
      ask('timeline.list', { kinds, by: 'recorded', limit });
    void Promise.all([newest(['witness', 'timestamp'], LOOKED_AT), newest(['clock-check'], 1)]).then(
      ([outside, clock]) => {
        if (!current || !outside.ok || !clock.ok) return;
        setAnchors({ witnessed: mostFixed(outside.data.entries), clockCompared: clock.data.total > 0 });
      },
    );
    return () => {
      current = false;
    };
  }, [entries]);
  return anchors;
}

/** Everything that says what is to be done; null until it was read. */
export function useSituation(): Situation | null {
  const info = useCase((state) => state.info);
  const loaded = useEvidence((state) => state.loaded);
  const exhibits = useEvidence((state) => state.exhibits);
  const interrupted = useAddings((state) => state.interrupted);
  const forks = useMerge((state) => state.forks);
  const authors = useCaseAuthors((state) => state.authors);
  const deadlines = usePlan((state) => state.deadlines);
  const waiting = useHandover(waitingHandover);
  const logs = useLogs((state) => state.wanted);
  const rotations = useLogs((state) => state.rotations);
  const extent = useExtent(extentSummary);
  const eradicated = usePlan(isEradicated);
  const anchors = useAnchors(info?.entries ?? 0);
  useEffect(() => {
    void loadForks();
  }, []);
  if (info === null || !loaded || anchors === null || logs === null) return null;
  // What is named by itself needs no sentence as well.
  const facts = extent === '' ? info.facts : [...info.facts, { name: 'extent', conflict: [] }];
  return {
    facts,
    phases: info.phases,
    exhibits,
    forks: forks.length,
    interrupted: interrupted.reduce((sum, { given }) => sum + given.paths.length, 0),
    unconfirmed: (authors ?? []).flatMap(({ name, trust, thisDevice }) =>
      trust === 'unconfirmed' && !thisDevice ? [name] : [],
    ),
    entries: info.entries,
    handover: waiting === undefined ? null : { to: waiting.to },
    mayHaveEnded: eradicated && !info.facts.some(({ name }) => name === 'ended'),
    logs: logs.filter(({ missing }) => missing.length > 0).length,
    rotations,
    deadlines: deadlines.filter(({ state }) => state === 'running' || state === 'overdue'),
    ...anchors,
  };
}
