/** What was packed, and the memory in which it lay before, which is free again. Plain data: it crosses threads. */
export interface PackedAway<Packed> {
  readonly packed: Packed;
  readonly spent: ArrayBuffer;
}
