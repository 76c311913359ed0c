import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';

interface PaletteState {
  readonly open: boolean;
  /** What was asked for last and not done, with why. */
  readonly failed: { readonly label: string; readonly error: ErrorData } | null;
}

export const usePalette = create<PaletteState>(() => ({ open: false, failed: null }));

export function openPalette(open: boolean): void {
  usePalette.setState({ open, failed: null });
}

/** Does a thing; where it fails, that stays in sight until somebody has read it. */
export async function carryOut(label: string, work: () => void | Promise<ErrorData | null>): Promise<void> {
  const error = (await work()) ?? null;
  if (error !== null) usePalette.setState({ failed: { label, error } });
}
