import type { ReportCheck } from '../../../src-main/contract/report-check.ts';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import type { Row } from './row-list.tsx';

/** Problems that lie in the page and not in the record. */
const OF_PAGE = new Set(['part-changed', 'shown-otherwise']);

/** What was checked in a report, with its number. */
export function reportRows({
  checked,
  authors,
  problems,
  leftOut,
  withheld,
  anchored,
  program,
  again,
}: ReportCheck): readonly Row[] {
  const text = en.check.checked;
  const own = en.checkReport.checked;
  const codes = new Set(problems.map(({ code }) => code));
  const bad = (is: boolean): Row['state'] => (is ? 'bad' : 'good');
  const record = bad([...codes].some((code) => !OF_PAGE.has(code)));
  return [
    { name: text.entries, value: text.entriesUnit(count(checked.entries)), state: record },
    { name: text.authors, value: count(authors), state: record },
    { name: own.fields, value: own.fieldsUnit(count(checked.fields)), state: record },
    { name: own.lines, value: count(checked.lines), state: bad(codes.has('shown-otherwise')) },
    { name: own.parts, value: count(checked.parts), state: bad(codes.has('part-changed')) },
    ...(again === null ? [] : [{ name: own.again, value: again ? own.yes : '', state: bad(!again) }]),
    ...(program === null
      ? [{ name: own.otherVersion, value: text.notDone, state: 'not' as const }]
      : [{ name: own.program, value: program ? own.yes : '', state: bad(!program) }]),
    ...(leftOut === 0
      ? []
      : [{ name: own.leftOut, value: own.fieldsUnit(count(leftOut)), state: 'not' as const }]),
    ...(withheld === 0
      ? []
      : [{ name: own.withheld, value: own.fieldsUnit(count(withheld)), state: 'not' as const }]),
    {
      name: text.witness,
      value: anchored === null ? text.nobody : text.entriesUnit(count(anchored.fixes)),
      state: anchored === null ? 'not' : 'good',
    },
  ];
}
