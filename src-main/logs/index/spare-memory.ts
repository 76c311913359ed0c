/**
 * Memory that is used again and again. What is thrown away instead stays until the collector comes, which it does only
 * after some 64 MB in each thread: it does not see what lies behind its small objects.
 */
export class SpareMemory {
  /** Bytes of each. */
  readonly size: number;
  private readonly free: ArrayBuffer[] = [];

  constructor(size: number) {
    this.size = size;
  }

  take(): ArrayBuffer {
    return this.free.pop() ?? new ArrayBuffer(this.size);
  }

  /** What has another size was made for something unusual, and is not kept. */
  giveBack(memory: ArrayBuffer): void {
    if (memory.byteLength === this.size) this.free.push(memory);
  }
}
