import { create } from 'zustand';
import type { CaseInfo } from '../../src-main/contract/case.ts';

export type Section =
  | 'overview'
  | 'timeline'
  | 'evidence'
  | 'share'
  | 'authors'
  | 'witness'
  | 'facts'
  | 'plan'
  | 'review'
  | 'owner'
  | 'logs'
  | 'notify'
  | 'preparation'
  | 'settings';
export type ZoneMode = 'case' | 'utc';

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly device: string;
}

interface CaseState {
  readonly info: CaseInfo | null;
  readonly section: Section;
  readonly zoneMode: ZoneMode;
  /** Who writes here; null until the first entry made it known. */
  readonly author: Author | null;
  /** Words of a new case that nobody has typed yet, nor put on a key sheet. */
  readonly unwrittenWords: readonly string[] | null;
  /** Those words took the place of others, whose key sheet is void. */
  readonly wordsAreNew: boolean;
}

const EMPTY: CaseState = {
  info: null,
  section: 'overview',
  zoneMode: 'case',
  author: null,
  unwrittenWords: null,
  wordsAreNew: false,
};

/** The open case. */
export const useCase = create<CaseState>(() => EMPTY);

export function resetCase(): void {
  useCase.setState(EMPTY);
}

export function showSection(section: Section): void {
  useCase.setState({ section });
}

export function wordsAreKept(): void {
  useCase.setState({ unwrittenWords: null });
}

export function setZoneMode(zoneMode: ZoneMode): void {
  useCase.setState({ zoneMode });
}

/** The zone in which times are shown now. */
export function shownZone(state: Pick<CaseState, 'info' | 'zoneMode'>): string {
  return state.zoneMode === 'utc' ? 'UTC' : (state.info?.zone ?? 'UTC');
}

/** The zone in which times are shown now, as a hook. */
export function useShownZone(): string {
  return useCase(shownZone);
}

/** Takes over the number of entries that the engine has just told. */
export function entryCounted(total: number, recorded: string): void {
  useCase.setState((state) =>
    state.info === null ? state : { info: { ...state.info, entries: total, lastRecorded: recorded } },
  );
}
