import { casePart } from './case-part.ts';
import { chooseCase, showUnlock } from './open.ts';
import { showKeys, showScreen, useSession } from './session.ts';

/** Leaves an open case behind, locked; its text is in its draft by then. */
async function leaveOpenCase(): Promise<void> {
  if (useSession.getState().screen.kind === 'case') await (await casePart()).lockCase('menu');
}

/** A case file given from outside: by double-click, or by a second start of the program. */
export async function openPath(path: string): Promise<void> {
  await leaveOpenCase();
  showUnlock(path);
}

/** A command of the menu or of a shortcut; the same from every screen. */
export async function runCommand(command: 'new' | 'open' | 'lock' | 'keys'): Promise<void> {
  switch (command) {
    case 'new':
      await leaveOpenCase();
      showScreen({ kind: 'new' });
      return;
    case 'open':
      await chooseCase(leaveOpenCase);
      return;
    case 'lock':
      await leaveOpenCase();
      return;
    case 'keys':
      showKeys(true);
  }
}
