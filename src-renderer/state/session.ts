import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';

export type AppInfo = ResponseOf<'app.info'>;

/** What took a case out of sight. */
export type LockedBy = 'menu' | 'suspend' | 'screen-lock' | 'idle';

/** Why the passphrase page is shown. */
export type UnlockReason =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'locked';
      readonly why: LockedBy;
      readonly at: Date;
      readonly lastSaved: Date | null;
      /** Where text that was typed and not saved is: in the draft of the file, or, where that failed, in this window. */
      readonly typed: 'none' | 'draft' | 'memory';
    }
  | { readonly kind: 'engine-ended'; readonly reason: string };

/** The pages of the preparation, in the order of their tabs. */
export type PreparationTab = 'team' | 'defences' | 'findings' | 'reviews' | 'organisation' | 'plan';

export type Screen =
  | { readonly kind: 'starting' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'new' }
  | { readonly kind: 'unlock'; readonly path: string; readonly reason: UnlockReason }
  | {
      readonly kind: 'damaged';
      readonly path: string;
      readonly error: ErrorData;
      /** What was tried when the damage was found. */
      readonly by: 'open' | 'check';
    }
  | { readonly kind: 'check'; readonly path: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'preparation'; readonly tab: PreparationTab }
  /** An open case whose job goes on; nothing of it is in sight. */
  | { readonly kind: 'curtain'; readonly path: string; readonly why: LockedBy; readonly at: Date }
  | { readonly kind: 'case' };

interface SessionState {
  readonly screen: Screen;
  readonly app: AppInfo | null;
  readonly keysShown: boolean;
  /** Whether the engine of a case that was locked still ends: until then its key is in memory, and its file is held. */
  readonly locking: boolean;
}

/** Which screen the window shows. Knows nothing of what a case holds. */
export const useSession = create<SessionState>(() => ({
  screen: { kind: 'starting' },
  app: null,
  keysShown: false,
  locking: false,
}));

export function showScreen(screen: Screen): void {
  useSession.setState({ screen });
}

export function showLocking(locking: boolean): void {
  useSession.setState({ locking });
}

export function showKeys(keysShown: boolean): void {
  useSession.setState({ keysShown });
}

/** The zone of this laptop, for times outside a case. */
export function laptopZone(): string {
  return useSession.getState().app?.zone ?? 'UTC';
}
