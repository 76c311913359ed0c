const EXTENSION = '.holdfast';
/** Bytes of UTF-8: far below the 255 of every file system, so that names of copies and journals fit as well. */
const MAX_BYTES = 120;

const two = (value: number): string => String(value).padStart(2, '0');

/** Local date, `2026-11-24`. */
export function localDate(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Local time, `02:13`. */
export function localTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * The letters and digits of a title, in lower case, joined by hyphens. Emoji, signs, invisible direction marks and
 * everything that a file system or a shell reads as more than a letter are gone; letters of every script stay.
 */
function slug(title: string): string {
  return (
    title
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/['’]/gu, '')
      .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      // A combining mark without its letter would attach itself to the hyphen.
      .replaceAll(/(^|-)\p{M}+/gu, '$1')
      .replaceAll(/^-+|-+$/gu, '')
  );
}

/** Cuts between characters as people see them, never inside one. */
function cut(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.replaceAll(/-+$/gu, '');
}

/**
 * A file name for a case: `2026-11-24 suspicious-uploads.holdfast`. The date in front sorts a folder, and keeps names
 * that Windows reserves (`con`, `nul`) from ever standing alone.
 * @param count 1 for the first proposal; 2, 3 … when that name is taken
 */
export function caseFileName(title: string, at: Date, count = 1): string {
  const date = localDate(at);
  const ending = `${count > 1 ? ` ${count}` : ''}${EXTENSION}`;
  // A title that repeats today's date ("Incident 2026-11-24 02:13") would say it twice.
  const words = slug(title.replaceAll(date, ' '));
  const room = MAX_BYTES - Buffer.byteLength(`${date} ${ending}`);
  return `${date} ${cut(words === '' ? 'incident' : words, room)}${ending}`;
}
