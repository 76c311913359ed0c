import { createHash } from 'node:crypto';
import { createMD5, createSHA1, createSHA256 } from 'hash-wasm';

export type HashName = 'sha256' | 'sha1' | 'md5';

/** A running hash. */
export interface Digester {
  update(bytes: Uint8Array): void;
  /** Lower-case hex. */
  digest(): string;
}

/** A running hash that another process can go on with. */
export interface PortableDigester extends Digester {
  save(): Uint8Array;
}

/** FIPS 180-4, RFC 1321, with the processor's own instructions. Its state cannot be taken out. */
export function digester(name: HashName): Digester {
  const hash = createHash(name);
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest('hex'),
  };
}

const makers = { sha256: createSHA256, sha1: createSHA1, md5: createMD5 } as const;

/**
 * The same hashes in WebAssembly: a fifth of the rate, but the state can be saved, so that a long job that was killed
 * need not begin anew.
 * @param state from `save`
 */
export async function portableDigester(name: HashName, state?: Uint8Array): Promise<PortableDigester> {
  const hash = await makers[name]();
  if (state === undefined) hash.init();
  else hash.load(state);
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest(),
    save: () => hash.save(),
  };
}
