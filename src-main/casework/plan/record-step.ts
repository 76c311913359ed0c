import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { append, step as inOneStep } from '../append.ts';
import { filled } from '../given-text.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { collectableWords, notCollected } from './collected.ts';
import { findStep } from './find-step.ts';

export interface NewStepState {
  /** Its id, or a unique beginning of it. */
  readonly step: string;
  readonly state: 'done' | 'skipped' | 'reopened';
  readonly why: string | undefined;
  readonly by: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
  /** Entries of exhibits. */
  readonly evidence: readonly string[];
  /** Why it was done before the evidence was collected. */
  readonly beforeEvidence: string | undefined;
}

/**
 * Says that a step is done, skipped or open again. One that destroys evidence is refused until it is collected, or a reason is given.
 * @throws CaseError `evidence-first`; `wrong-use` for an unknown step, a step without a reason, or where the record says so already; the
 * time errors of `understandTime`
 */
export function recordStep(session: WritingSession, given: NewStepState): Entry {
  const found = findStep(session.db, given.step);
  const { state } = given;
  const why = filled(given.why);
  if (state !== 'done' && why === undefined) {
    const reason =
      state === 'skipped' ? 'A step that was not done says why.' : 'Say why the step is open again.';
    throw new CaseError('wrong-use', { reason, cli: 'Give the reason with --why.' });
  }
  if (found.said.length === 1 && found.state === state) {
    throw new CaseError('wrong-use', {
      reason: `The record says already that “${found.title}” is ${WORDS[state]}.`,
    });
  }
  if (state === 'reopened' && found.state === 'open') {
    throw new CaseError('wrong-use', { reason: `“${found.title}” is open: nothing was said of it yet.` });
  }
  const missing = state === 'done' && found.destroys ? notCollected(session.db) : [];
  const beforeEvidence = missing.length === 0 ? undefined : filled(given.beforeEvidence);
  if (missing.length > 0 && beforeEvidence === undefined) {
    throw new CaseError('evidence-first', { action: found.title, missing: collectableWords(missing) });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return inOneStep(session, () =>
    append(session, 'step', {
      step: found.id,
      title: found.title,
      state,
      before: found.state,
      why,
      by: filled(given.by),
      evidence: given.evidence.length === 0 ? undefined : [...given.evidence],
      not_collected: missing.length === 0 ? undefined : missing,
      before_evidence: beforeEvidence,
      occurred,
    }),
  );
}

const WORDS = { done: 'done', skipped: 'skipped', reopened: 'open again' } as const;
