import type { Place } from '../../domain/dag.ts';
import type { Allowance, BatchResult, CheckedEntry } from '../../domain/record/check-batch.ts';

/** A `withholding` entry that was checked, and what it says. */
export type Withholding = Extract<Allowance, { kind: 'withholding' }> & {
  /** Hash of the entry that says it, hex. */
  readonly by: string;
};

/** What came of a batch. The entries cross two threads and are looked at in the last only: as text they do it at once. */
export interface CheckedText extends Omit<BatchResult, 'entries'> {
  readonly count: number;
  /** JSON text: see `entriesIn`. */
  readonly entries: string;
  readonly withholdings: readonly Withholding[];
}

export const asText = ({ entries, ...rest }: BatchResult): CheckedText => ({
  ...rest,
  count: entries.length,
  entries: textOf(entries),
  withholdings: withholdingsIn(entries),
});

export const withholdingsIn = (entries: readonly CheckedEntry[]): Withholding[] =>
  entries.flatMap(({ id, allows }) => (allows?.kind === 'withholding' ? [{ ...allows, by: id }] : []));

/** What most entries have in common is said once for a batch, and what most entries lack is not said. */
interface Text {
  /** Author, writer, case and kind of entries. */
  readonly whose: readonly (readonly [author: string, writer: string, caseId: string, kind: string])[];
  readonly entries: readonly Line[];
}

type Line = readonly [
  id: string,
  seq: number,
  number: number | null,
  rows: string,
  header: readonly [whose: number, n: number, recorded: string, monotonic: number] | null,
  parents: readonly string[],
  rest?: Rest,
];
type Rest = Pick<CheckedEntry, 'saysOpened' | 'nonce' | 'missing' | 'slots' | 'allows' | 'says'>;

/** The checked entries of a batch as text. */
export function textOf(entries: readonly CheckedEntry[]): string {
  const whose: [string, string, string, string][] = [];
  const places = new Map<string, number>();
  const placeOf = ({ author, writer, case: caseId, kind }: Place): number => {
    const key = `${author}/${writer}/${caseId}/${kind}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, whose.length);
    return whose.push([author, writer, caseId, kind]) - 1;
  };
  const lines = entries.map((entry): Line => {
    const { id, seq, number, rows, header, saysOpened, nonce, missing, slots, allows, says } = entry;
    const head =
      header === null ? null : ([placeOf(header), header.n, header.recorded, header.monotonic] as const);
    const parents = header?.parents ?? [];
    const plain =
      !saysOpened &&
      nonce === null &&
      allows === null &&
      says === null &&
      missing.length + slots.length === 0;
    return plain
      ? [id, seq, number, rows, head, parents]
      : [id, seq, number, rows, head, parents, { saysOpened, nonce, missing, slots, allows, says }];
  });
  return JSON.stringify({ whose, entries: lines } satisfies Text);
}

const PLAIN: Rest = { saysOpened: false, nonce: null, missing: [], slots: [], allows: null, says: null };

/** The checked entries again. */
export function entriesIn(text: string): CheckedEntry[] {
  const { whose, entries } = JSON.parse(text) as Text;
  return entries.map(([id, seq, number, rows, header, parents, rest = PLAIN]) => ({
    ...rest,
    id,
    seq,
    number,
    rows,
    header: header === null ? null : headOf(header, parents, whose),
  }));
}

function headOf(
  [place, n, recorded, monotonic]: NonNullable<Line[4]>,
  parents: readonly string[],
  whose: Text['whose'],
): Place {
  const [author, writer, caseId, kind] = whose[place] ?? ['', '', '', ''];
  return { author, case: caseId, kind, monotonic, n, parents, recorded, writer } as Place;
}
