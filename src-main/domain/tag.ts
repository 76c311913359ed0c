const TAG = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

/** A tag as people type it (`#webshell`, `webshell`) in its one spelling, or null where it is none. */
export function tagOf(text: string): string | null {
  const tag = text.replace(/^#/, '').normalize('NFC').toLowerCase();
  return TAG.test(tag) ? tag : null;
}
