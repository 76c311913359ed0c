import { ownerView } from '../../casework/owner-view.ts';
import type { ResponseOf } from '../../contract/index.ts';
import { type Engine, openCaseOf } from '../state.ts';

export const show = (engine: Engine): ResponseOf<'owner.show'> =>
  ownerView(openCaseOf(engine).db, engine.host.clock.now());
