import { create } from 'zustand';
import type { MenuPart } from './timeline-filter.ts';

interface FilterMenuState {
  readonly open: MenuPart | null;
  /** True after F, while the letter of a menu is awaited. */
  readonly chord: boolean;
}

export const useFilterMenu = create<FilterMenuState>(() => ({ open: null, chord: false }));

/** The letter comes within this time, in ms. */
const AWAITED = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function beginChord(): void {
  clearTimeout(timer);
  timer = setTimeout(() => useFilterMenu.setState({ chord: false }), AWAITED);
  useFilterMenu.setState({ chord: true });
}

/** Opens a menu where its letter was awaited; false where it was not. */
export function endChord(part: MenuPart): boolean {
  clearTimeout(timer);
  const { chord } = useFilterMenu.getState();
  if (chord) useFilterMenu.setState({ open: part, chord: false });
  return chord;
}

export function toggleMenu(part: MenuPart): void {
  useFilterMenu.setState(({ open }) => ({ open: open === part ? null : part, chord: false }));
}

export function closeMenu(): void {
  useFilterMenu.setState({ open: null });
}
