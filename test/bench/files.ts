import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

export const MIB = 1024 ** 2;
export const GIB = 1024 ** 3;

const BLOCK = 64 * MIB;

/** A file of bytes that do not shrink. @param size bytes */
export function writeRandom(path: string, size: number): void {
  writeBlocks(path, size, () => randomBytes(BLOCK));
}

/** A web server's log: it shrinks as such logs do. @param size bytes */
export function writeLog(path: string, size: number): void {
  const lines: string[] = [];
  for (let [length, i] = [0, 0]; length < BLOCK; i += 1) {
    const [a = 0, b = 0, c = 0] = randomBytes(3);
    const second = String(i % 60).padStart(2, '0');
    const line = `2026-11-17 02:${String(b % 60).padStart(2, '0')}:${second} GET /shop/item_${a * 256 + c}.cfm id=${i} 443 - 203.0.${a}.${b} Mozilla/5.0+(Windows+NT+10.0) 200 0 0 ${c}\n`;
    lines.push(line);
    length += line.length;
  }
  const block = Buffer.from(lines.join(''));
  // Equal blocks are farther apart than any packer on its fastest level looks back.
  writeBlocks(path, size, () => block);
}

function writeBlocks(path: string, size: number, block: () => Buffer): void {
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < size;) done += writeSync(file, block(), 0, Math.min(BLOCK, size - done));
  } finally {
    closeSync(file);
  }
}
