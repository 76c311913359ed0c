import { CaseError } from './errors.ts';

/** The five phases of the plan (product.md); a case starts in identification. */
export const phases = ['preparation', 'identification', 'containment', 'eradication', 'review'] as const;

export type Phase = (typeof phases)[number];

export const FIRST_PHASE: Phase = 'identification';

export const isPhase = (text: string): text is Phase => (phases as readonly string[]).includes(text);

/** @throws CaseError `wrong-use` for what is no phase, with their list */
export function phaseOf(text: string): Phase {
  if (isPhase(text)) return text;
  throw new CaseError('wrong-use', {
    reason: `“${text}” is no phase. The phases are ${phases.join(', ')}.`,
  });
}
