import type { Entry } from '../../domain/entry.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';

export type LogSourceFields = FieldsOf<'log-source'>;

/** Says how a log was read, and what was in it. */
export const recordLogSource = (session: WritingSession, fields: LogSourceFields): Entry =>
  step(session, () => append(session, 'log-source', fields));
