// How the entries of a record hang together: FORMAT.md §4, §6, §7, §11.
import { type Problem, type Row, checker, hex, pair, sha256, tagged, unhex } from './bytes.ts';
import type { verifyEntry } from './entry.ts';
import { isPersonal } from './kinds.ts';

export type Read = { readonly row: Pick<Row, 'hash' | 'author' | 'writer' | 'n'> } & ReturnType<
  typeof verifyEntry
>;

/** Fields that may be absent: `series` of a copy without personal data, or digests that a report names. */
export type Absent = { readonly series?: string | undefined; readonly named?: ReadonlySet<string> };

export function checkRecord(read: readonly Read[], absent: Absent, problems: Problem[]) {
  const [at, tips] = [new Map<string, number>(), new Set<string>()];
  const nodes: { parents: number[]; monotonic: number }[] = [];
  const [chains, introduced, joined] = [new Map<string, number[]>(), new Set<string>(), new Set<string>()];
  let caseId = '';
  const said = (k: string) => read.filter(({ header }) => header?.kind === k).map(({ values }) => values);
  const withheld = new Set(said('withholding').map((v) => pair(v.get('entry'), v.get('digest')))); // §11
  const admissions = said('admission').map((v) => [pair(v.get('author'), v.get('writer')), v.get('n')]); // §7.1
  const left = leftOut(read, absent.series);
  const reaches = (from: number[], target: number, seen = new Set(from)): boolean => {
    for (const i of seen) for (const p of i > target ? (nodes[i]?.parents ?? []) : []) seen.add(p);
    return seen.has(target);
  };
  for (const { row, header, values, missing, check } of read) {
    const [i, id] = [nodes.length, hex(row.hash)];
    if (header === undefined) continue;
    const { author, writer, n, kind, monotonic } = header;
    const parents = header.parents.map((hash) => at.get(hash) ?? -1);
    nodes.push({ parents, monotonic });
    at.set(id, i);
    tips.add(id);
    for (const hash of header.parents) tips.delete(hash);
    for (const digest of missing) {
      const known = withheld.has(pair(id, digest)) || absent.named?.has(pair(id, digest)) === true;
      check('missing', known || left.has(id), digest);
    }
    for (const name of values.keys()) check('personal', !left.has(id) || !isPersonal(kind, name), name);
    check('columns', author === hex(row.author) && writer === hex(row.writer) && n === row.n);
    const above = parents.length > 1 ? parents.flatMap((p) => nodes[p]?.parents ?? []) : []; // §7.1
    if (parents.length > 1) joined.add(sha256(tagged('tips', ...header.parents.map(unhex)))); // §7.4
    check('parents', !parents.some((p) => p === -1 || reaches(above, p)));
    check('beginning', (i === 0) === (parents.length === 0) && (i > 0 || kind === 'case'));
    const chain = pair(author, writer);
    const twice = admissions.some(
      ([of, from]) => of === chain && Number.isInteger(from) && n >= Number(from),
    );
    const previous = chains.get(chain + (n - 1))?.find((p) => twice || reaches(parents, p));
    check('fork', twice || !chains.has(chain + n));
    chains.set(chain + n, [...(chains.get(chain + n) ?? []), i]);
    check('n', n === 1 || previous !== undefined);
    check('monotonic', twice || previous === undefined || (nodes[previous]?.monotonic ?? 0) <= monotonic);
    check('opened', n > 1 || missing.length > 0 || values.has('opened'));
    const nonce = String(values.get('nonce')); // §4
    if (i === 0) caseId = sha256(tagged('case', Buffer.from(nonce, 'base64url'), unhex(author)));
    check('case', header.case === caseId && (i > 0 || /^[\w-]{42}[AEIMQUYcgkosw048]$/.test(nonce)));
    if (i === 0 || kind === 'author') introduced.add(author); // §6
    check('author', introduced.has(author) && (kind !== 'author' || values.get('public_key') === author));
  }
  if (tips.size > 1) joined.add(sha256(tagged('tips', ...[...tips].toSorted().map(unhex))));
  const stamped = said('timestamp');
  const lost = [...said('witness'), ...stamped].filter(
    (v) => ![at, joined].some((all) => all.has(String(v.get('head')))),
  );
  checker(problems)('witness', lost.length === 0);
  // A token that stamps a fingerprint has the digest of its bytes in it.
  const other = stamped.filter((v) => !String(v.get('token')).includes(sha256(unhex(String(v.get('head'))))));
  checker(problems)('timestamp', other.length === 0);
  return { entries: at.size, tips: [...tips].toSorted() };
}

/** §11: entries that were there when this copy, or one that it is a copy of, was made without personal data. */
function leftOut(read: readonly Read[], series: string | undefined): ReadonlySet<string> {
  const of = new Map(read.map(({ row, header }) => [hex(row.hash), header?.parents ?? []]));
  const open = read.filter(({ header, values }) => {
    const made = values.get('series');
    const without = header?.kind === 'copy' && values.get('redact') === 'personal';
    return without && typeof made === 'string' && made !== '' && series?.startsWith(made) === true;
  });
  const found = new Set<string>();
  const walk = open.flatMap(({ header }) => header?.parents ?? []);
  for (const id of walk) {
    if (found.has(id)) continue;
    found.add(id);
    walk.push(...(of.get(id) ?? []));
  }
  return found;
}

/** §7.2: parents first; of those that are ready, the earliest `recorded`, then the smallest hash. */
export function totalOrder(read: readonly Read[]): Read[] {
  const waiting = new Set(read.filter(({ header }) => header !== undefined));
  const order: Read[] = [];
  const key = ({ row, header }: Read): string => `${header?.recorded}${hex(row.hash)}`;
  const children = new Map<string, Read[]>();
  const left = new Map<Read, number>();
  let ready: Read[] = [];
  for (const one of waiting) {
    const parents = one.header?.parents ?? [];
    left.set(one, parents.length);
    if (parents.length === 0) ready.push(one);
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  while (ready.length > 0) {
    const next = ready.reduce((a, b) => (key(b) < key(a) ? b : a));
    ready = ready.filter((one) => one !== next);
    order.push(next);
    for (const child of children.get(hex(next.row.hash)) ?? []) {
      const rest = (left.get(child) ?? 0) - 1;
      left.set(child, rest);
      if (rest === 0) ready.push(child);
    }
  }
  return order;
}
