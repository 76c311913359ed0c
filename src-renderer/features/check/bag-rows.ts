import type { BagCheck } from '../../../src-main/contract/bag.ts';
import { count, size } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import type { Row } from './row-list.tsx';

/** What was checked in a bag, with its number. */
export function bagRows({ checked, record, ok }: BagCheck): readonly Row[] {
  const text = en.checkBag.checked;
  const shared = en.check.checked;
  // Which of them a problem is about, its sentence says.
  const state: Row['state'] = ok ? 'good' : 'not';
  const files: readonly Row[] = [
    { name: text.files, value: text.filesIn(count(checked.files), size(checked.bytes)), state },
    { name: text.tagFiles, value: count(checked.tagFiles), state },
  ];
  if (record === null) return [...files, { name: text.record, value: shared.notDone, state: 'not' }];
  const { anchored } = record;
  return [
    ...files,
    { name: shared.entries, value: shared.entriesUnit(count(record.entries)), state },
    { name: shared.authors, value: count(record.authors), state },
    { name: text.custody, value: count(record.custody), state },
    { name: text.exhibits, value: count(record.exhibits), state },
    ...(record.leftOut === 0
      ? []
      : [{ name: text.leftOut, value: count(record.leftOut), state: 'not' as const }]),
    { name: text.timeline, value: shared.notDone, state: 'not' },
    {
      name: shared.witness,
      value: anchored === null ? shared.nobody : shared.entriesUnit(count(anchored.fixes)),
      state: anchored === null ? 'not' : 'good',
    },
  ];
}
