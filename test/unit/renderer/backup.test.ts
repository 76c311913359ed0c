import { beforeEach, expect, test } from 'vitest';
import type { CaseInfo } from '../../../src-main/contract/case.ts';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { backupHeard, workAtRisk } from '../../../src-renderer/state/backup.ts';
import { entryCounted, useCase } from '../../../src-renderer/state/case.ts';

const opened = (part: Partial<CaseInfo> = {}): CaseInfo =>
  ({
    path: 'case.holdfast',
    entries: 5,
    lastRecorded: '2026-11-17T01:00:00.000Z',
    readOnly: false,
    practice: false,
    backup: { copy: null, mirror: null, since: { entries: 0, first: null } },
    ...part,
  }) as CaseInfo;

/** An entry that the engine tells of. */
function written(recorded: string, kind = 'note'): void {
  backupHeard({ kind, recorded } as EntryView);
  entryCounted((useCase.getState().info?.entries ?? 0) + 1, recorded);
}

beforeEach(() => useCase.setState({ info: opened() }));

test('the work of half an hour that is in one file only is mentioned, with how long it took', () => {
  expect(workAtRisk()).toBe(null);
  written('2026-11-17T01:10:00.000Z');
  written('2026-11-17T01:39:59.999Z');
  expect(workAtRisk()).toBe(null);
  written('2026-11-17T01:40:00.000Z');
  expect(workAtRisk()).toBe(30 * 60_000);
});

test('not in a practice case, and not where nothing can be written', () => {
  for (const part of [{ practice: true }, { readOnly: true }]) {
    useCase.setState({ info: opened(part) });
    written('2026-11-17T01:10:00.000Z');
    written('2026-11-17T02:10:00.000Z');
    expect(workAtRisk()).toBe(null);
  }
});
