import { checkClock } from '../../casework/check-clock.ts';
import { enterPhase } from '../../casework/enter-phase.ts';
import { sealCase, unsealCase } from '../../casework/seal-case.ts';
import { stateFact } from '../../casework/state-fact.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { Engine } from '../state.ts';
import { written } from '../written.ts';

export const state = (engine: Engine, given: RequestOf<'fact.state'>): ResponseOf<'fact.state'> =>
  written(engine, (session) =>
    stateFact(session, {
      name: given.name,
      value: given.value,
      by: given.by ?? [],
      at: given.at,
      zone: given.zone,
      grounds: given.grounds,
    }),
  );

export const enter = (engine: Engine, given: RequestOf<'phase.enter'>): ResponseOf<'phase.enter'> =>
  written(engine, (session) => enterPhase(session, given.phase, given.why, given.gate));

export const clock = (engine: Engine, given: RequestOf<'clock.check'>): ResponseOf<'clock.check'> =>
  written(engine, (session) => checkClock(session, given.reference, given.source, given.zone));

export const seal = (engine: Engine, { despite }: RequestOf<'case.seal'>): ResponseOf<'case.seal'> =>
  written(engine, (session) => sealCase(session, despite));

export const unseal = (engine: Engine, given: RequestOf<'case.unseal'>): ResponseOf<'case.unseal'> =>
  written(engine, (session) => unsealCase(session, given.why));
