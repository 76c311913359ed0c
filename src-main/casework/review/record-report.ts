import type { Entry } from '../../domain/entry.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';

/** Writes down that the complete documentation was written into a file. @param shown what the report shows */
export const recordReport = (
  session: WritingSession,
  made: Pick<FieldsOf<'report'>, 'format' | 'file' | 'size' | 'sha256'>,
  { head, entries }: { readonly head: string; readonly entries: number },
): Entry => step(session, () => append(session, 'report', { ...made, head, entries }));
