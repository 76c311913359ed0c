import { createHash } from 'node:crypto';
import { addRecipient } from '../../casework/plan/add-recipient.ts';
import { composeNotice } from '../../casework/plan/compose-notice.ts';
import { noticesOfCase } from '../../casework/plan/notices.ts';
import { recordNotice } from '../../casework/plan/record-notice.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { oneLine } from '../../domain/mail/header-text.ts';
import { messageFile } from '../../domain/mail/message.ts';
import { checkWords } from '../../domain/plan/check-words.ts';
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
  const { title, facts, remark } = composed;
  const contact = facts.find(({ name }) => name === 'contact')?.value ?? '';
  return {
    ...message,
    title,
    eml,
    textSha256: sha256Of(message.body),
    facts,
    findings: checkWords(message.body, [...message.to, ...message.cc, contact]),
    remark,
  };
}

export const add = (engine: Engine, given: RequestOf<'notice.add'>): ResponseOf<'notice.add'> =>
  written(engine, (session) =>
    addRecipient(session, {
      name: given.name,
      why: given.why,
      to: given.to ?? [],
      cc: given.cc ?? [],
    }),
  );

export const record = (engine: Engine, given: RequestOf<'notice.record'>): ResponseOf<'notice.record'> =>
  written(engine, (session) => {
    const { messageId, lateWhy, at, zone, ...said } = given;
    const text = said.event === 'sent' ? said.message : undefined;
    const sha256 = said.sha256 ?? (text === undefined ? undefined : sha256Of(text));
    return recordNotice(session, { ...said, sha256, message_id: messageId, late_why: lateWhy, at, zone });
  });

/** Over its UTF-8, hex. */
const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
