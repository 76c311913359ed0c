// Which fields are personal, by kind: read from the table of FORMAT.md §8 itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../src-main/domain/FORMAT.md'), 'utf8');
const table = text.slice(text.indexOf('<!-- kinds:'), text.indexOf('Types of the fields'));

/** By kind: its fields, and whether each is personal. */
const kinds: ReadonlyMap<string, ReadonlyMap<string, boolean>> = new Map(
  [...table.matchAll(/^\| `([a-z-]+)` \| \d+ \| (.*) \|$/gm)].map(([, kind = '', fields = '']) => [
    kind,
    new Map(
      [...fields.matchAll(/`([a-z0-9_]+)`\??(\*?)/g)].map(([, name = '', star]) => [name, star === '*']),
    ),
  ]),
);

/** §8, §11: an export without personal data leaves it out; so it does with what it does not know. */
export const isPersonal = (kind: string, field: string): boolean =>
  field !== 'opened' && (kinds.get(kind)?.get(field) ?? true);
