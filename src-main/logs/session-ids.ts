import type { NamedField } from './reading/reader.ts';

/** Names under which web servers and engines carry the id of a session: whoever has the value is that visitor. */
const NAMES = 'jsessionid|cfid|cftoken|cfmagic|phpsessid|asp\\.net_sessionid|aspsessionid[a-z]{0,12}';
const GIVEN = new RegExp(`(?<![a-z0-9_.])(${NAMES})(=|%3d)([^;&\\s"'<>,%]+)`, 'gi');
const COLUMN = new RegExp(`(?:^|\\.)(?:${NAMES})$`, 'i');

/** What stands in the place of a value. */
const MASK = '***';

/** Shorter values are numbers that stand everywhere, such as the first CFID of a server. */
const SHORTEST = 4;

/**
 * Takes out the values of session ids, as `name=value` and as columns of that name.
 * @param fields of the row, where a format has columns for them
 * @returns the same text where there are none
 */
export function withoutSessionIds(text: string, fields: readonly NamedField[]): string {
  let masked = text.replace(GIVEN, `$1$2${MASK}`);
  for (const { name, value } of fields) {
    if (value.length >= SHORTEST && COLUMN.test(name)) masked = masked.replaceAll(value, MASK);
  }
  return masked;
}
