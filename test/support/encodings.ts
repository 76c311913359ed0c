/** A word in all the ways in which a file might still hold it, each with its name. */
export function encodingsOf(word: string): readonly (readonly [name: string, bytes: Buffer])[] {
  const utf8 = Buffer.from(word);
  const marks = Array.from(word);
  const each = (spell: (mark: string) => string): Buffer =>
    Buffer.from(marks.map((mark) => spell(mark)).join(''));
  const code = (mark: string): number => mark.codePointAt(0) ?? 0;
  const units = (mark: string): number[] => Array.from({ length: mark.length }, (_, i) => mark.charCodeAt(i));
  return [
    ['UTF-8', utf8],
    ['UTF-16, little-endian', Buffer.from(word, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(word, 'utf16le').swap16()],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['percent', Buffer.from([...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))],
    [
      'PERCENT',
      Buffer.from([...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')),
    ],
    ['URI', Buffer.from(encodeURIComponent(word))],
    ['HTML, decimal', each((mark) => `&#${code(mark)};`)],
    ['HTML, hex', each((mark) => `&#x${code(mark).toString(16)};`)],
    [
      'JSON',
      each((mark) =>
        units(mark)
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
          .join(''),
      ),
    ],
    ...[0, 1, 2].map((shift): [string, Buffer] => [
      `base64, ${shift} bytes before it`,
      base64At(utf8, shift),
    ]),
  ];
}

/** The letters of base64 that follow from the word alone, wherever it begins among three bytes. */
function base64At(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/u, '');
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return Buffer.from(text.slice(Math.ceil((shift * 8) / 6), whole));
}

/** The ways in which a file holds one of the words, in either of the two alphabets of base64. */
export function heldIn(file: Buffer, words: readonly string[]): string[] {
  return words.flatMap((word) =>
    encodingsOf(word).flatMap(([name, bytes]) => {
      const url = Buffer.from(bytes.toString('latin1').replaceAll('+', '-').replaceAll('/', '_'), 'latin1');
      return file.includes(bytes) || (name.startsWith('base64') && file.includes(url))
        ? [`${word}: ${name}`]
        : [];
    }),
  );
}
