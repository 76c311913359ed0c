import { digits } from '../reading/digits.ts';
import { epochStamp } from '../reading/epoch.ts';
import type { Stamp } from '../reading/stamp.ts';

const BLANK = 32;
const DASH = 45;
const COLON = 58;
const OPEN = 91;
/** Length of `2012-01-25 11:44:20.221` and of an epoch in milliseconds. */
const STAMP = 23;
const EPOCH = 13;

function isStamp(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from > STAMP &&
    bytes[from + 4] === DASH &&
    bytes[from + 7] === DASH &&
    bytes[from + 10] === BLANK &&
    bytes[from + 13] === COLON &&
    bytes[from + 16] === COLON &&
    bytes[from + STAMP] === BLANK &&
    digits(bytes, from, 4) !== -1 &&
    digits(bytes, from + 20, 3) !== -1
  );
}

/** Whether a row of data begins: `2012-01-25 11:44:20.221 1327488260220 …`. */
export function isDataLine(bytes: Uint8Array, from: number, to: number): boolean {
  const epoch = from + STAMP + 1;
  return (
    isStamp(bytes, from, to) &&
    to - epoch >= EPOCH &&
    (to - epoch === EPOCH || bytes[epoch + EPOCH] === BLANK) &&
    digits(bytes, epoch, EPOCH) !== -1
  );
}

/** Whether a message begins: `2012-01-25 11:44:20.221 [INFO] …`, also without brackets. */
export function isMessageLine(bytes: Uint8Array, from: number, to: number): boolean {
  if (!isStamp(bytes, from, to)) return false;
  const first = bytes[from + STAMP + 1] ?? 0;
  return first === OPEN || (first >= 65 && first <= 90);
}

/** The epoch behind the formatted time. @param from behind that time @returns false where there is none */
export function epochAt(bytes: Uint8Array, from: number, to: number, epoch: Stamp): boolean {
  const start = from + 1;
  const end = start + EPOCH;
  return (
    bytes[from] === BLANK &&
    end <= to &&
    (end === to || bytes[end] === BLANK) &&
    epochStamp(bytes, start, end, epoch)
  );
}
