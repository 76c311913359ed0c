import { noticesOfCase } from '../../casework/plan/notices.ts';
import { recordNotice } from '../../casework/plan/record-notice.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const list = (engine: Engine): ResponseOf<'notice.list'> => ({
  recipients: noticesOfCase(openCaseOf(engine).db),
});

export const record = (engine: Engine, given: RequestOf<'notice.record'>): ResponseOf<'notice.record'> =>
  written(engine, (session) => {
    const { messageId, lateWhy, at, zone, ...said } = given;
    return recordNotice(session, { ...said, message_id: messageId, late_why: lateWhy, at, zone });
  });
