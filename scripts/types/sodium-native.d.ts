/** The package brings no types. Each function throws where a length is wrong. */
declare module 'sodium-native' {
  /** What we use of libsodium. */
  export interface Sodium {
    /** Ed25519 (RFC 8032 §5.1.7). @param signature 64 bytes @param key 32 bytes */
    crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean;
    /** ChaCha20-Poly1305 (RFC 8439) into `sealed`, which is 16 bytes longer than `plain`. */
    crypto_aead_chacha20poly1305_ietf_encrypt(
      sealed: Uint8Array,
      plain: Uint8Array,
      additional: null,
      secretNonce: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
    /** @throws Error where a bit differs */
    crypto_aead_chacha20poly1305_ietf_decrypt(
      plain: Uint8Array,
      secretNonce: null,
      sealed: Uint8Array,
      additional: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
  }
  const sodium: Sodium;
  export default sodium;
}
