const PIECE = 65_536;

/** A list of row numbers that grows without copying what it has. */
export class RowList {
  length = 0;
  private readonly pieces: Uint32Array[] = [];

  add(row: number): void {
    const at = this.length % PIECE;
    if (at === 0) this.pieces.push(new Uint32Array(PIECE));
    const piece = this.pieces.at(-1);
    if (piece !== undefined) piece[at] = row;
    this.length++;
  }

  addAll(others: RowList): void {
    for (const piece of others.filled()) for (const row of piece) this.add(row);
  }

  /** @returns undefined behind the end */
  get(place: number): number | undefined {
    return place < this.length ? this.pieces[Math.floor(place / PIECE)]?.[place % PIECE] : undefined;
  }

  slice(from: number, count: number): number[] {
    const rows: number[] = [];
    for (let i = from; i < Math.min(this.length, from + count); i++) rows.push(this.get(i) ?? 0);
    return rows;
  }

  /** What is filled, piece by piece. @param check called before each piece, some milliseconds of counting; may throw */
  *filled(check: () => void = () => undefined): Generator<Uint32Array> {
    let left = this.length;
    for (const piece of this.pieces) {
      check();
      yield piece.subarray(0, Math.min(PIECE, left));
      left -= PIECE;
    }
  }
}
