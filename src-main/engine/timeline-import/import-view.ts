import type { DatesRead, ImportColumn, NotTaken as NotTakenView } from '../../contract/timeline-import.ts';
import type { NotTaken } from '../../domain/import/understand-row.ts';
import type { ReadTimeline } from '../workers/read-timeline.ts';

/** Each column with what it is read as. */
export const columnsOf = ({ columns, mapping }: ReadTimeline): ImportColumn[] =>
  columns.map((name, i) => ({ name, field: mapping[i] ?? null }));

export const datesOf = ({ dates }: ReadTimeline): DatesRead[] =>
  dates.map((read) => ({ ...read, telling: [...read.telling] }));

export const notTakenView = ({ line, fault, typed, choices }: NotTaken): NotTakenView => ({
  line,
  fault,
  ...(typed === undefined ? {} : { typed: typed.slice(0, 200) }),
  ...(choices === undefined ? {} : { choices: [...choices] }),
});
