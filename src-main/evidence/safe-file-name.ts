/** Bytes: no file system and no archive has room for less. */
const LONGEST = 150;
/** Bytes of an ending that is kept where a name is shortened. */
const LONGEST_ENDING = 16;

/** Controls, direction marks, separators of paths, what Windows refuses, and `%`, which manifests of bags encode. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|%]/gu;

/** Names that Windows takes for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])(?:$|[.\s])/iu;

/**
 * A name that stays in its folder, hides nothing, and can be written on every file system: composed, at most 150 bytes of
 * UTF-8. Different names may become the same.
 */
export function safeFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/^[.\s]+/u, '_')
    // Windows drops dots and blanks at an end.
    .replace(/[.\s]+$/u, '_');
  const short = shortened(DEVICE.test(plain) ? `_${plain}` : plain);
  return short === '' ? 'exhibit' : short;
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && Buffer.byteLength(name.slice(dot)) <= LONGEST_ENDING ? name.slice(dot) : '';
  const room = LONGEST - Buffer.byteLength(ending);
  const begin = Buffer.from(name)
    .subarray(0, room)
    .toString('utf8')
    .replace(/\uFFFD+$/u, '');
  return `${begin.replace(/[.\s]+$/u, '_')}${ending}`;
}
