import type { Section, ZoneMode } from './case.ts';

/** Where a person was when the case was locked: positions only, no text of the case. */
export interface Resume {
  readonly path: string;
  readonly section: Section;
  readonly zoneMode: ZoneMode;
  readonly by: 'occurred' | 'recorded';
  readonly selectedEntry: string | null;
  readonly paneOpen: boolean;
  /** Null where the view followed the end. */
  readonly topIndex: number | null;
  readonly selectedExhibit: string | null;
  /** The note whose correction was being typed; the text is in its draft. */
  readonly correcting: string | null;
}

let kept: Resume | null = null;

export function keepResume(resume: Resume): void {
  kept = resume;
}

/** Gives the kept position back, once, if it belongs to this file. */
export function takeResume(path: string): Resume | null {
  const found = kept !== null && kept.path === path ? kept : null;
  kept = null;
  return found;
}
