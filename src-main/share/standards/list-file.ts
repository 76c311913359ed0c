import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { JsonObject } from './record-writer.ts';

/** A JSON document that is written object by object: only one of them is in memory as text. */
export class ListFile {
  readonly #hash = createHash('sha256');
  readonly #file: number;
  #size = 0;
  #first = true;

  /** @param begin up to the bracket that opens the list. @throws what the file system refuses */
  constructor(path: string, begin: string) {
    this.#file = openSync(path, 'wx', 0o600);
    this.#write(begin);
  }

  add(objects: readonly JsonObject[]): void {
    for (const object of objects) {
      this.#write(`${this.#first ? '' : ','}\n${JSON.stringify(object)}`);
      this.#first = false;
    }
  }

  /** Makes it durable. @param end from the bracket that closes the list on */
  finish(end: string): { readonly size: number; readonly sha256: string } {
    this.#write(`\n${end}\n`);
    fsyncSync(this.#file);
    this.close();
    return { size: this.#size, sha256: this.#hash.digest('hex') };
  }

  #open = true;

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    this.#hash.update(bytes);
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
  }
}
