import { composeNotice } from '../../casework/plan/compose-notice.ts';
import { noticesOfCase } from '../../casework/plan/notices.ts';
import { recordNotice } from '../../casework/plan/record-notice.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { oneLine } from '../../domain/mail/header-text.ts';
import { messageFile } from '../../domain/mail/message.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const list = (engine: Engine): ResponseOf<'notice.list'> => ({
  recipients: noticesOfCase(openCaseOf(engine).db),
});

/** Reads only, and writes nothing anywhere. */
export function draft(engine: Engine, given: RequestOf<'notice.draft'>): ResponseOf<'notice.draft'> {
  const composed = composeNotice(openCaseOf(engine).db, given.recipient);
  const message = {
    to: given.to ?? composed.to,
    cc: given.cc ?? composed.cc,
    subject: oneLine(given.subject ?? composed.subject),
    body: given.body ?? composed.body,
  };
  const eml = messageFile({ ...message, at: engine.host.clock.now() });
  return { ...message, eml, missing: composed.missing, remark: composed.remark };
}

export const record = (engine: Engine, given: RequestOf<'notice.record'>): ResponseOf<'notice.record'> =>
  written(engine, (session) => {
    const { messageId, lateWhy, at, zone, ...said } = given;
    return recordNotice(session, { ...said, message_id: messageId, late_why: lateWhy, at, zone });
  });
