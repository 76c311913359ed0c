/** What was typed and is not in its file, by the id of its case: it must never turn up in another one. */
const kept = new Map<string, readonly string[]>();

export function keepText(caseId: string, pieces: readonly string[]): void {
  if (pieces.length > 0) kept.set(caseId, pieces);
}

/** Gives it back, once. */
export function takeText(caseId: string): readonly string[] {
  const pieces = kept.get(caseId) ?? [];
  kept.delete(caseId);
  return pieces;
}
