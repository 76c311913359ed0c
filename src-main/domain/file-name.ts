import { base64url } from './bytes.ts';

/** A file name as text, plus its bytes in base64url where they are not valid UTF-8. */
export interface FileName {
  readonly text: string;
  readonly bytes?: string;
}

/** Reads raw name bytes of the file system. */
export function fileName(raw: Uint8Array): FileName {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);
  const back = new TextEncoder().encode(text);
  const same = back.length === raw.length && back.every((byte, i) => byte === raw[i]);
  return same ? { text } : { text, bytes: base64url(raw) };
}

/** Control and direction marks made visible: `⟨U+202E⟩`. For display only; the record keeps what was there. */
export function visibleText(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
    (mark) => `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
