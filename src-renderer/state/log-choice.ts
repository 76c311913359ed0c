import type { Inspected, ReadAs } from '../../src-main/contract/log-index.ts';

/** A file, and how a person says that it is read. Texts are as typed. */
export interface LogChoice {
  readonly key: string;
  readonly file: Inspected;
  readonly take: boolean;
  /** Id of a format; empty while none is chosen. */
  readonly reader: string;
  readonly zone: string;
  readonly year: string;
  /** Of a table: heading → use. */
  readonly columns: Readonly<Record<string, string>>;
  readonly offset: string;
}

type Asks = Inspected['proposals'][number]['asks'];

/** What the chosen format needs to be told; of one that was not proposed nobody knows. */
export const asksOf = ({ file, reader }: Pick<LogChoice, 'file' | 'reader'>): Asks | null =>
  file.proposals.find((one) => one.reader === reader)?.asks ?? null;

/** Below this nothing was recognised: a person chooses. */
const SURE = 0.5;

/** As it was read before, or as it was recognised. A zone is never filled in by itself. */
export function choiceOf(file: Inspected, key: string): LogChoice {
  const [best] = file.proposals;
  const reader = file.remembered?.reader ?? (best !== undefined && best.certainty >= SURE ? best.reader : '');
  const year = file.remembered?.year ?? asksOf({ file, reader })?.year ?? null;
  return {
    key,
    file,
    take: file.fault === null && !file.isIndexed,
    reader,
    zone: file.remembered?.zone ?? '',
    // 0: nothing suggests one.
    year: year === null || year === 0 ? '' : String(year),
    columns: file.remembered?.columns ?? {},
    offset: '',
  };
}

/** Another format asks other things; what is not asked any more is not said. */
export function withReader(choice: LogChoice, reader: string): Partial<LogChoice> {
  const year = asksOf({ file: choice.file, reader })?.year ?? null;
  return { reader, columns: {}, year: year === null || year === 0 ? '' : String(year) };
}

export const needsZone = (choice: LogChoice): boolean => asksOf(choice)?.zone === true;
export const needsYear = (choice: LogChoice): boolean => (asksOf(choice)?.year ?? null) !== null;

export const yearIsWrong = ({ year }: Pick<LogChoice, 'year'>): boolean =>
  year.trim() !== '' && !/^(?:19[7-9]\d|[2-9]\d{3})$/.test(year.trim());

export const offsetIsWrong = ({ offset }: Pick<LogChoice, 'offset'>): boolean =>
  offset.trim() !== '' && !/^[+-]?\d{1,9}$/.test(offset.trim());

/** Seconds by which the clock was ahead; null where nobody says so. */
export const offsetOf = ({ offset }: Pick<LogChoice, 'offset'>): number | null =>
  offset.trim() === '' ? null : Number(offset.trim());

/** Whether nothing is open any more. */
export function isAnswered(choice: LogChoice): boolean {
  if (!choice.take) return true;
  return (
    choice.reader !== '' &&
    (!needsZone(choice) || choice.zone !== '') &&
    (!needsYear(choice) || choice.year.trim() !== '') &&
    !yearIsWrong(choice) &&
    !offsetIsWrong(choice)
  );
}

export function readAsOf({ reader, zone, year, columns }: LogChoice): ReadAs {
  return {
    reader,
    zone: zone === '' ? null : zone,
    year: year.trim() === '' ? null : Number(year.trim()),
    columns: Object.fromEntries(Object.entries(columns).filter(([, use]) => use !== '')),
  };
}
