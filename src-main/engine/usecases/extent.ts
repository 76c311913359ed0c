import { extentOf, stateExtent } from '../../casework/extent.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const list = (engine: Engine): ResponseOf<'extent.list'> => ({
  items: extentOf(openCaseOf(engine).db),
});

export const state = (engine: Engine, given: RequestOf<'extent.state'>): ResponseOf<'extent.state'> =>
  written(engine, (session) =>
    stateExtent(session, {
      of: given.of,
      item: given.item,
      state: given.state,
      by: given.by ?? [],
      grounds: given.grounds,
      at: given.at,
      zone: given.zone,
    }),
  );
