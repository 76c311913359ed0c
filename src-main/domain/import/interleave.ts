/** An entry of a chain, as far as the total order asks (FORMAT.md §7.2). */
export interface Link {
  /** ISO 8601. */
  readonly recorded: string;
  /** Hex. */
  readonly id: string;
}

/** The numbers of both chains, each in its own order. */
export interface Interleaved {
  readonly imported: readonly number[];
  readonly meanwhile: readonly number[];
}

/**
 * Two chains that follow the same entries, in the one total order: of the two next ones the earlier recorded comes first,
 * then the smaller hash.
 * @param before the number of the last entry that both follow
 */
export function interleave(
  before: number,
  imported: readonly Link[],
  meanwhile: readonly Link[],
): Interleaved {
  const numbers = { imported: [] as number[], meanwhile: [] as number[] };
  let [i, m] = [0, 0];
  for (let number = before + 1; i < imported.length || m < meanwhile.length; number += 1) {
    const [a, b] = [imported[i], meanwhile[m]];
    if (b === undefined || (a !== undefined && isEarlier(a, b))) {
      numbers.imported.push(number);
      i += 1;
    } else {
      numbers.meanwhile.push(number);
      m += 1;
    }
  }
  return numbers;
}

const isEarlier = (a: Link, b: Link): boolean =>
  a.recorded === b.recorded ? a.id < b.id : a.recorded < b.recorded;
