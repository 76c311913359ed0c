import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';
import type Sodium from 'libsodium-wrappers';

/** ChaCha20-Poly1305 (RFC 8439) with one key: what age seals its 64 KiB chunks with. */
export interface ChunkCipher {
  /**
   * Cipher text with its tag of 16 bytes behind it, in one part or two: joining them would cost as much as sealing.
   * @param nonce 12 bytes, never twice
   */
  seal(plain: Uint8Array, nonce: Uint8Array): readonly Uint8Array[];
  /** The plain bytes, or null where one bit differs. @param sealed cipher text and tag */
  open(sealed: Uint8Array, nonce: Uint8Array): Uint8Array | null;
}

/** Bytes of a tag. */
export const TAG = 16;

export type CipherSource = 'node' | 'sodium';

const ALGORITHM = 'chacha20-poly1305';
const options = { authTagLength: TAG } as const;

/** Electron's node:crypto (BoringSSL) has no ChaCha20-Poly1305; libsodium serves there, at half the rate. */
const cipherSource = (): CipherSource => (getCiphers().includes(ALGORITHM) ? 'node' : 'sodium');

/** @param key 32 bytes */
export async function chunkCipher(
  key: Uint8Array,
  source: CipherSource = cipherSource(),
): Promise<ChunkCipher> {
  return source === 'node' ? ofNode(key) : ofSodium(key, await loadSodium());
}

function ofNode(key: Uint8Array): ChunkCipher {
  return {
    seal(plain, nonce) {
      const cipher = createCipheriv(ALGORITHM, key, nonce, options);
      const body = cipher.update(plain);
      cipher.final();
      return [body, cipher.getAuthTag()];
    },
    open(sealed, nonce) {
      if (sealed.length < TAG) return null;
      const cipher = createDecipheriv(ALGORITHM, key, nonce, options);
      cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const plain = cipher.update(sealed.subarray(0, sealed.length - TAG));
      try {
        cipher.final();
        return plain;
      } catch {
        // The one thing that `final` refuses is a tag that does not fit.
        return null;
      }
    },
  };
}

function ofSodium(key: Uint8Array, sodium: typeof Sodium): ChunkCipher {
  return {
    seal: (plain, nonce) => [sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key)],
    open(sealed, nonce) {
      if (sealed.length < TAG) return null;
      try {
        return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key);
      } catch {
        return null;
      }
    },
  };
}

async function loadSodium(): Promise<typeof Sodium> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  return sodium;
}
