import { encodingOf } from '../lists/decode-list.ts';

export interface PreviewText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * The beginning of a text, or null where the bytes are none. A page or a drawing in XML is a text like any other.
 * @param whole false where more bytes follow: then the last character may be cut off
 */
export function previewText(bytes: Uint8Array, whole: boolean): PreviewText | null {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
    return isReadable(text) ? { text, encoding } : null;
  } catch (error) {
    // Bytes that are no text in this encoding.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Control characters make a text suspicious, and a NUL makes it none. */
function isReadable(text: string): boolean {
  if (text.includes('\0')) return false;
  const odd = text.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F]/g)?.length ?? 0;
  return odd <= text.length / 50;
}
