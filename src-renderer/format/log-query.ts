/** What can stand behind `field:` as it is; everything else is put into quotation marks. */
const PLAIN = /^(?!\/\/)(?!.*\.\.)[A-Za-z0-9._/][A-Za-z0-9._/:-]*$/;

/** A query that only rows with this value fit: `status:200`, `agent:"curl/8 (x)"`. */
export const valueTerm = (field: string, value: string): string =>
  PLAIN.test(value) ? `${field}:${value}` : `${field}:"${value.replaceAll(/[\\"]/g, String.raw`\$&`)}"`;

/** Words and phrases as they stand in a search line, each with what stands before its quotation mark. */
const PARTS = /(?:[^\s"]*"(?:[^"\\]|\\.)*"?|[^\s"]+)/g;

const partsOf = (query: string): readonly string[] => query.match(PARTS) ?? [];

const holdsOr = (query: string): boolean => partsOf(query).includes('OR');

export const hasTerm = (query: string, term: string): boolean => partsOf(query).includes(term);

function joined(query: string, term: string): string {
  const before = query.trim();
  if (before === '') return term;
  // What is added holds for both sides of an OR.
  return holdsOr(before) ? `(${before}) ${term}` : `${before} ${term}`;
}

const without = (query: string, term: string): string =>
  partsOf(query)
    .filter((part) => part !== term)
    .join(' ');

/** The search for rows that have this value as well; where it stood already, without it. */
export function toggled(query: string, term: string): string {
  if (hasTerm(query, term)) return without(query, term);
  return joined(without(query, `-${term}`), term);
}

/** The search for rows that do not have this value. */
export function excluded(query: string, term: string): string {
  return hasTerm(query, `-${term}`) ? query : joined(without(query, term), `-${term}`);
}

/** Names that can stand before a colon. */
export const isField = (name: string): boolean => /^[A-Za-z_#][\w.#-]*(?:\([\w-]*\))?$/.test(name);
