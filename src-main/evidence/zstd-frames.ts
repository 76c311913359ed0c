/**
 * Finds where a zstd frame ends without unpacking it (RFC 8878 §3.1.1): its header says how long it is itself, and
 * each block says how long it is.
 */
const MAGIC = 0xfd2fb528;

/** Types of blocks (§3.1.1.2.2). */
const REPEATED = 1;
const COMPRESSED = 2;

/** Original bytes of a compressed block at most (§3.1.1.2.4). */
const LARGEST_BLOCK = 128 * 1024;

/**
 * Length of the frame that starts at `from`.
 * @param most original bytes that a frame may say it holds; where it does not say, eight times as many at most
 * @returns null where more bytes are needed to tell
 * @throws RangeError where no frame starts there, or it says that it holds more
 */
export function frameLength(bytes: Uint8Array, from: number, most: number): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length - from < 6) return null;
  if (view.getUint32(from, true) !== MAGIC) throw new RangeError('no zstd frame');
  const descriptor = view.getUint8(from + 4);
  const single = (descriptor & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const content = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  let at = from + 5 + (single ? 0 : 1) + dictionary;
  if (bytes.length < at + content) return null;
  if (contentSize(view, at, content) > most) throw new RangeError('a zstd frame holds more than a piece');
  at += content;
  let room = 0;
  for (;;) {
    if (bytes.length - at < 3) return null;
    const header = view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
    const type = (header >> 1) & 3;
    // A few bytes may stand for a whole block, and a reader makes room for it.
    room += type === COMPRESSED ? LARGEST_BLOCK : header >> 3;
    if (room > 8 * most) throw new RangeError('a zstd frame holds more than a piece');
    at += 3 + (type === REPEATED ? 1 : header >> 3);
    if ((header & 1) === 0) continue;
    at += (descriptor & 4) === 0 ? 0 : 4;
    return at <= bytes.length ? at - from : null;
  }
}

/** RFC 8878 §3.1.1.1.4: two bytes count from 256. */
function contentSize(view: DataView, at: number, bytes: number): number {
  switch (bytes) {
    case 0:
      return 0;
    case 1:
      return view.getUint8(at);
    case 2:
      return view.getUint16(at, true) + 256;
    case 4:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}
