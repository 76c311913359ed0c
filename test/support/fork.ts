import { copyFileSync } from 'node:fs';
import { append, step } from '../../src-main/casework/append.ts';
import type { WritingSession } from '../../src-main/casework/session.ts';
import type { CaseKey } from '../../src-main/store/case-key.ts';
import { openCaseForWriting } from '../../src-main/store/open-case.ts';

/**
 * Makes a fork as a virtual machine does that is resumed from a snapshot: one writer goes on in two files.
 * @param session of the file at `path`; it is closed here
 * @param resumed file to create
 */
export function resume(
  session: WritingSession,
  { path, resumed, key }: { readonly path: string; readonly resumed: string; readonly key: CaseKey },
): void {
  step(session, () => append(session, 'note', { text: 'before the snapshot' }));
  const memory = { ...session };
  session.db.close();
  copyFileSync(path, resumed);
  const write = (file: string, texts: readonly string[]): void => {
    const db = openCaseForWriting(file, { key });
    const again = { ...memory, db };
    for (const text of texts) step(again, () => append(again, 'note', { text }));
    db.close();
  };
  write(path, ['in the original']);
  write(resumed, ['in the resumed machine', 'and on']);
}
