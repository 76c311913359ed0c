import type { EventData } from '../../src-main/contract/events.ts';
import { casePart } from './case-part.ts';
import { chooseCase, chooseCheck, showUnlock } from './open.ts';
import { showKeys, showScreen, useSession } from './session.ts';

/** Leaves an open case behind, locked; its text is in its draft by then. */
async function leaveOpenCase(): Promise<void> {
  if (useSession.getState().screen.kind === 'case') await (await casePart()).lockCase('menu');
}

/** A case file given from outside: by double-click, or by a second start of the program. */
export async function openPath(path: string): Promise<void> {
  if (behindCurtain()) return;
  await leaveOpenCase();
  showUnlock(path);
}

/** Whoever sits there has not said who they are: the job must not end by what they press. */
const behindCurtain = (): boolean => useSession.getState().screen.kind === 'curtain';

/** A command of the menu or of a shortcut; the same from every screen. */
export async function runCommand(command: EventData<'menu.command'>['command']): Promise<void> {
  if (behindCurtain() && command !== 'keys') return;
  switch (command) {
    case 'new':
      await leaveOpenCase();
      showScreen({ kind: 'new' });
      return;
    case 'open':
      await chooseCase(leaveOpenCase);
      return;
    case 'check':
      await chooseCheck(leaveOpenCase);
      return;
    case 'lock':
      if (useSession.getState().screen.kind === 'case') (await casePart()).askToLock();
      return;
    case 'settings':
      await showSettings();
      return;
    case 'keys':
      showKeys(true);
  }
}

/** Within an open case they are a section of it, so that the note line stays. */
async function showSettings(): Promise<void> {
  const { kind } = useSession.getState().screen;
  if (kind === 'case') (await casePart()).showSection('settings');
  else if (kind === 'welcome') showScreen({ kind: 'settings' });
}
