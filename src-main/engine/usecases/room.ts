import { recordCall } from '../../casework/record-call.ts';
import { inRoom, recordPresence } from '../../casework/room.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const list = (engine: Engine): ResponseOf<'room.list'> => ({ people: inRoom(openCaseOf(engine).db) });

export const presence = (engine: Engine, given: RequestOf<'room.presence'>): ResponseOf<'room.presence'> =>
  written(engine, (session) =>
    recordPresence(session, {
      person: given.person ?? session.signer.name,
      here: given.here,
      at: given.at,
      zone: given.zone,
    }),
  );

export const call = (engine: Engine, given: RequestOf<'call.record'>): ResponseOf<'call.record'> =>
  written(engine, (session) =>
    recordCall(session, {
      person: given.person,
      number: given.number,
      direction: given.direction ?? 'out',
      answered: given.answered ?? true,
      duration: given.duration,
      said: given.said,
      at: given.at,
      zone: given.zone,
    }),
  );
