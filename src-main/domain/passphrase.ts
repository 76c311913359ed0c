import { CaseError } from './errors.ts';

/**
 * The bytes that open a case: UTF-8 of the passphrase in NFC (so that é typed on a Mac and on Windows is one).
 * @throws CaseError `passphrase-unusable` for an empty one, one with a line break or NUL, and for text of the
 * form `x'…'`, which SQLCipher takes as a raw key: such a file would open by other means than its passphrase.
 */
export function passphraseBytes(passphrase: string): Uint8Array {
  const text = passphrase.normalize('NFC');
  if (text === '') {
    throw new CaseError('passphrase-unusable', {
      reason: 'The passphrase is empty. Choose one of several words.',
    });
  }
  if (!text.isWellFormed()) {
    throw new CaseError('passphrase-unusable', {
      reason: 'The passphrase holds half of a character. Choose another one.',
    });
  }
  if (/[\r\n\0]/.test(text)) {
    throw new CaseError('passphrase-unusable', {
      reason: 'The passphrase must be a single line. Choose another one.',
    });
  }
  if (/^(x'|raw:)/i.test(text)) {
    throw new CaseError('passphrase-unusable', {
      reason:
        "A passphrase may not start with x' or raw: because SQLCipher reads that as a raw key. Choose another one.",
    });
  }
  return new TextEncoder().encode(text);
}

/** A passphrase of a copy that somebody thought of is called weak below this many bits: its file can be tried for years. */
export const ENOUGH_BITS = 60;

/** The estimate of how hard a passphrase is grows with the square of the length; beyond this it says the same. Characters. */
export const JUDGED_LENGTH = 128;

/** The passphrase in a file: its first line without byte order mark, CR and LF. */
export function passphraseOfFile(content: string): string {
  const line = content.split('\n', 1)[0] ?? '';
  return line.replace(/^\uFEFF/, '').replace(/\r$/, '');
}
