/** Keeps what was used last, up to a number of bytes. */
export class Lru<Key, Value extends { readonly byteLength: number }> {
  private readonly kept = new Map<Key, Value>();
  private bytes = 0;
  private readonly most: number;

  /** @param most bytes */
  constructor(most: number) {
    this.most = most;
  }

  get(key: Key, make: () => Value): Value {
    const found = this.kept.get(key);
    if (found !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return found;
    }
    const made = make();
    this.kept.set(key, made);
    this.bytes += made.byteLength;
    for (const [oldest, value] of this.kept) {
      if (this.bytes <= this.most || oldest === key) break;
      this.kept.delete(oldest);
      this.bytes -= value.byteLength;
    }
    return made;
  }

  /** What is kept; undefined where it is not. */
  peek(key: Key): Value | undefined {
    return this.kept.get(key);
  }

  forget(key: Key): void {
    this.bytes -= this.kept.get(key)?.byteLength ?? 0;
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }
}
