/** The five phases of the plan (product.md); a case starts in identification. */
export const phases = ['preparation', 'identification', 'containment', 'eradication', 'review'] as const;

export type Phase = (typeof phases)[number];

export const FIRST_PHASE: Phase = 'identification';

export const isPhase = (text: string): text is Phase => (phases as readonly string[]).includes(text);
