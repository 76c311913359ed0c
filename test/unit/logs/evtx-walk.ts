/**
 * Counts the records of an event log with nothing but the published structure: chunks by their signature, then the
 * chain of sizes up to the offset of free space. It shares no line with the reader.
 */
export function walkCount(file: Buffer): number {
  let count = 0;
  for (let chunk = 4096; chunk + 512 <= file.length; chunk += 65_536) {
    if (file.toString('latin1', chunk, chunk + 8) !== 'ElfChnk\0') continue;
    const end = Math.min(chunk + file.readUInt32LE(chunk + 48), file.length);
    let at = chunk + 512;
    while (at + 28 <= end && file.readUInt32BE(at) === 0x2a2a0000) {
      const size = file.readUInt32LE(at + 4);
      if (size < 28 || at + size > Math.min(chunk + 65_536, file.length)) break;
      count += 1;
      at += size;
    }
  }
  return count;
}
