import { loadSodium } from '../../casework/sodium.ts';

/** ChaCha20-Poly1305 (RFC 8439) with one key: what age seals its 64 KiB chunks with. */
export interface ChunkCipher {
  /**
   * Cipher text with its tag of 16 bytes behind it.
   * @param nonce 12 bytes, never twice
   */
  seal(plain: Uint8Array, nonce: Uint8Array): Uint8Array;
  /** The plain bytes, or null where one bit differs. @param sealed cipher text and tag */
  open(sealed: Uint8Array, nonce: Uint8Array): Uint8Array | null;
}

/** Bytes of a tag. */
export const TAG = 16;

/** @param key 32 bytes */
export async function chunkCipher(key: Uint8Array): Promise<ChunkCipher> {
  const sodium = await loadSodium();
  return {
    seal(plain, nonce) {
      const sealed = Buffer.allocUnsafe(plain.length + TAG);
      sodium.crypto_aead_chacha20poly1305_ietf_encrypt(sealed, plain, null, null, nonce, key);
      return sealed;
    },
    open(sealed, nonce) {
      if (sealed.length < TAG) return null;
      const plain = Buffer.allocUnsafe(sealed.length - TAG);
      try {
        sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, sealed, null, nonce, key);
        return plain;
      } catch {
        // Lengths are right, so the tag does not fit.
        return null;
      }
    },
  };
}
