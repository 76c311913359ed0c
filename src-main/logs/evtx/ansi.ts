const decoder = new TextDecoder('windows-1252');

/** Text of one byte a character. Which code page it was is written nowhere; most of them agree in plain letters. */
export const ansiText = (bytes: Buffer, at: number, size: number): string =>
  decoder.decode(bytes.subarray(at, at + size));
