const encoder = new TextEncoder();

/** A text in pieces of at most so many bytes of UTF-8 each; no character is cut, and together they are the text. */
export function pieces(text: string, most: number): string[] {
  const all: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of text) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > most) {
      all.push(piece);
      [piece, size] = ['', 0];
    }
    piece += character;
    size += bytes;
  }
  return [...all, piece];
}
