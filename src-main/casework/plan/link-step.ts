import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { append, step as inOneStep } from '../append.ts';
import { findEntry } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { findStep } from './find-step.ts';

/**
 * Links exhibits and entries to a step: what shows it, or belongs to it.
 * @param evidence entries of exhibits
 * @param entries ids of entries, or 8 digits of them
 * @throws CaseError `wrong-use` for an unknown step, or where nothing new is linked; `entry-unknown`
 */
export function linkToStep(
  session: WritingSession,
  wanted: string,
  evidence: readonly string[],
  entries: readonly string[],
): Entry {
  const found = findStep(session.db, wanted);
  const exhibits = new Set(found.exhibits.map(({ entry }) => entry));
  const linked = new Set(found.entries.map(({ entry }) => entry));
  const newEvidence = [...new Set(evidence)].filter((entry) => !exhibits.has(entry));
  const newEntries = [...new Set(entries.map((id) => findEntry(session.db, id)))].filter(
    (entry) => !linked.has(entry),
  );
  if (newEvidence.length + newEntries.length === 0) {
    const reason = `Nothing new is linked to “${found.title}”.`;
    throw new CaseError('wrong-use', { reason, cli: 'Give --evidence or --entry.' });
  }
  return inOneStep(session, () =>
    append(session, 'step-link', {
      step: found.id,
      title: found.title,
      evidence: newEvidence.length === 0 ? undefined : newEvidence,
      entries: newEntries.length === 0 ? undefined : newEntries,
    }),
  );
}
