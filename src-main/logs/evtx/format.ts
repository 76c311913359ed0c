/**
 * Sizes and offsets of the Windows event log format. Source: libyal, "Windows XML Event Log (EVTX)" format; the
 * binary XML inside is also in [MS-EVEN6] §2.2.12. All numbers are little-endian.
 */
export const FILE_HEADER = 4096;
export const CHUNK = 65_536;
/** Records begin here, counted from the beginning of their chunk. */
export const FIRST_RECORD = 512;
/** Magic, size, number, time and the copy of the size. */
export const SMALLEST_RECORD = 28;
/** Where the binary XML of a record begins, counted from the beginning of the record. */
export const RECORD_HEAD = 24;

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

export const FILE_MAGIC = ascii('ElfFile\0');
export const CHUNK_MAGIC = ascii('ElfChnk\0');
export const RECORD_MAGIC = ascii('**\0\0');

/** Whether `bytes` has the signature `magic` at `at`. */
export const hasMagic = (bytes: Buffer, magic: Buffer, at = 0): boolean =>
  at + magic.length <= bytes.length && bytes.compare(magic, 0, magic.length, at, at + magic.length) === 0;

/** An unsigned 64-bit number, or null where it is too large for a number to hold exactly. */
export function u64(bytes: Buffer, at: number): number | null {
  const value = bytes.readUInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
  return Number.isSafeInteger(value) ? value : null;
}
