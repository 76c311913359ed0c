import { csvCell } from '../../evidence/forms/csv-cell.ts';

const EXHIBIT = ['exhibit', 'title', 'file', 'left_out', 'size', 'sha256'] as const;

/** Columns of an event, and the names that it has as data. */
const EVENT = {
  sequence: 'sequence',
  event: 'event',
  at: 'at',
  zone: 'zone',
  recorded: 'recorded',
  performed_by: 'performedBy',
  from: 'from',
  to: 'to',
  witness: 'witness',
  purpose: 'purpose',
  authority: 'authority',
  location: 'location',
  seal: 'seal',
  condition: 'condition',
  method: 'method',
  tool: 'tool',
  hash_before: 'hashBefore',
  hash_after: 'hashAfter',
  result: 'result',
  despite: 'despite',
  doubt: 'doubt',
  entry: 'entry',
} as const;

/** An exhibit of a bag with its chain of custody, as custody.json has it. */
export interface CustodyRows {
  /** Path in the bag; null where its bytes are not in it. */
  readonly file: string | null;
  readonly leftOut: string | null;
  readonly exhibit: {
    readonly exhibit: string;
    readonly title: string;
    readonly size: number | null;
    readonly sha256: string | null;
  };
  readonly custody: readonly Readonly<Record<string, unknown>>[];
}

const line = (cells: readonly string[]): string => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`;

/** RFC 4180 in UTF-8; without the mark spreadsheets take it for another encoding. */
export const custodyCsvHead: string = `\uFEFF${line([...EXHIBIT, ...Object.keys(EVENT)])}`;

/** The events of an exhibit, one a row; times in UTC, with the zone in which they were given. */
export function custodyCsvRows({ file, leftOut, exhibit, custody }: CustodyRows): string {
  const { exhibit: label, title, size, sha256 } = exhibit;
  const first = [label, title, file ?? '', leftOut ?? '', size === null ? '' : String(size), sha256 ?? ''];
  const events = custody.length === 0 ? [{}] : custody;
  return events
    .map((event: Readonly<Record<string, unknown>>) =>
      line([...first, ...Object.values(EVENT).map((name) => cellText(event[name]))]),
    )
    .join('');
}

const cellText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
