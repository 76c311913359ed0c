/** Addresses as numbers, to see which lie in a range (RFC 4632, RFC 4291 §2.3). */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

export interface IpRange {
  readonly bits: 32 | 128;
  readonly prefix: number;
  readonly value: bigint;
}

/** `203.0.113.7`, `::1`, also in brackets, with a zone or with a port behind an IPv4 address; null for anything else. */
export function readAddress(text: string): Address | null {
  const bare = text
    .replace(/^\[/, '')
    .replace(/\](?::\d+)?$/, '')
    .replace(/%.*$/, '');
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d+)?$/.exec(bare);
  if (v4 !== null) {
    const parts = v4.slice(1).map(Number);
    if (parts.some((part) => part > 255)) return null;
    return { bits: 32, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
  }
  return bare.includes(':') ? readV6(bare) : null;
}

function readV6(text: string): Address | null {
  if (text.length > 45) return null;
  const mapped = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  let rest = text;
  if (mapped !== null) {
    const v4 = readAddress(mapped[2] ?? '');
    if (v4 === null) return null;
    if (/^::ffff:$/i.test(mapped[1] ?? '')) return v4;
    rest = `${mapped[1] ?? ''}${(v4.value >> 16n).toString(16)}:${(v4.value & 0xffffn).toString(16)}`;
  }
  const halves = rest.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail = []] = groups;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...tail];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return { bits: 128, value: all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) };
}

/** `203.0.113.0/24`; null where it is no range. */
export function readRange(text: string): IpRange | null {
  const parts = /^(.+)\/(\d{1,3})$/.exec(text);
  const address = parts === null ? null : readAddress(parts[1] ?? '');
  const prefix = Number(parts?.[2]);
  if (address === null || prefix > address.bits) return null;
  const shift = BigInt(address.bits - prefix);
  return { bits: address.bits, prefix, value: address.value >> shift };
}

export function isInRange(text: string, range: IpRange): boolean {
  const address = readAddress(text);
  return (
    address !== null &&
    address.bits === range.bits &&
    address.value >> BigInt(range.bits - range.prefix) === range.value
  );
}

/** Private, loopback, link-local and shared addresses (RFC 1918, RFC 6598, RFC 4193, RFC 4291): nobody on the Internet has them. */
const INNER = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
].flatMap((text) => readRange(text) ?? []);

/** Whether this is an address of the Internet; false for what is no address. */
export const isPublicAddress = (text: string): boolean =>
  readAddress(text) !== null && !INNER.some((range) => isInRange(text, range));
