import { CaseError } from './errors.ts';

const TAG = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

/** A tag as people type it (`#webshell`, `webshell`) in its one spelling, or null where it is none. */
function tagOf(text: string): string | null {
  const tag = text.replace(/^#/, '').normalize('NFC').toLowerCase();
  return TAG.test(tag) ? tag : null;
}

/**
 * Tags in their one spelling, none twice; undefined where there is none.
 * @throws CaseError `wrong-use` for what is no tag
 */
export function tagsOf(typed: readonly string[]): string[] | undefined {
  const tags = typed.map((text) => {
    const tag = tagOf(text);
    if (tag === null) {
      throw new CaseError('wrong-use', {
        reason: `“${text}” is no tag. A tag is a word of letters, digits, - and _.`,
      });
    }
    return tag;
  });
  return tags.length === 0 ? undefined : [...new Set(tags)];
}
