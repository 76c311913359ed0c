/** Whether a text looks like an IPv4 or IPv6 address. Cheap, and enough to tell it from a name. */
export function isAddress(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 45) return false;
  let [dots, colons, letters] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 46) dots++;
    else if (byte === 58) colons++;
    else if ((byte >= 97 && byte <= 102) || (byte >= 65 && byte <= 70)) letters++;
    else if (byte < 48 || byte > 57) return false;
  }
  return colons >= 2 || (dots === 3 && letters === 0 && colons === 0);
}
