import { createHash } from 'node:crypto';

/** Version and variant of a name-based UUID with SHA-1 (RFC 9562 §5.5). */
const VERSION = 0x50;
const VARIANT = 0x80;

/** The UUID that a namespace and a name make: the same wherever and whenever it is asked for. */
export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
