import { textOf } from './shown-row.ts';

/**
 * A row with its `%XX` decoded (RFC 3986 §2.1), twice at most, because attackers encode what they encoded.
 * @returns null where nothing is encoded
 */
export function decodedText(raw: string): string | null {
  const once = decode(raw);
  return once === raw ? null : decode(once);
}

const decode = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    const bytes = Uint8Array.from(encoded.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
    // Control characters would change what is shown around them.
    return textOf(bytes).replaceAll(/[\u0000-\u001f\u007f]/g, '\uFFFD');
  });
