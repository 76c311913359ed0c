import { create } from 'zustand';

/** Whether the palette is open. */
export const usePalette = create<{ readonly open: boolean }>(() => ({ open: false }));

export function openPalette(open: boolean): void {
  usePalette.setState({ open });
}
