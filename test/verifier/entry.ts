// One entry by itself: FORMAT.md §5.
import { createPublicKey, verify } from 'node:crypto';
import {
  type Field,
  type Header,
  type Problem,
  type Row,
  checker,
  hex,
  parse,
  sha256,
  tagged,
  unhex,
} from './bytes.ts';

/** A header of §5.1 has one spelling, so an expression can say it. */
const digests = (most: number) => `\\[(?:"[0-9a-f]{64}"(?:,(?=")|(?=\\]))){0,${most}}\\]`;
const headerForm = new RegExp(
  '^{"author":"[0-9a-f]{64}","case":"[0-9a-f]{64}","fields":' +
    `${digests(256)},"format":1,"kind":"[a-z][a-z0-9-]{0,63}","kind_version":[1-9]\\d*,"monotonic":\\d+,` +
    `"n":[1-9]\\d*,"parents":${digests(64)},"recorded":"\\d{4}-[\\d:.T-]{18}Z","writer":"[0-9a-f]{32}"}$`,
);
function parseHeader(bytes: Uint8Array): Header | undefined {
  const header = headerForm.test(Buffer.from(bytes).toString('latin1')) ? parse(bytes) : undefined;
  if (header === undefined) return undefined;
  const { fields, parents, recorded } = header as Header;
  const ascending = [fields, parents].every((all) => all.join() === [...new Set(all)].toSorted().join());
  return ascending && new Date(recorded).toJSON() === recorded ? (header as Header) : undefined;
}
/** §5: one entry by itself. `missing`: digests that are signed and have no field here (§11). */
export function verifyEntry(entry: Pick<Row, 'hash' | 'header' | 'signature' | 'seq'> & { fields: Field[] }) {
  const problems: Problem[] = [];
  const check = checker(problems, { seq: entry.seq });
  const header = parseHeader(entry.header);
  check('header', header !== undefined);
  const id = sha256(tagged('entry', entry.header));
  check('hash', id === hex(entry.hash));
  const spki = unhex(`302a300506032b6570032100${header?.author}`); // RFC 8410 §4
  const key = header && createPublicKey({ key: spki, format: 'der', type: 'spki' });
  check('signature', key !== undefined && verify(null, tagged('sig', unhex(id)), key, entry.signature));
  const [missing, values] = [new Set(header?.fields), new Map<string, unknown>()];
  for (const { name, salt, value, digest: stored } of entry.fields) {
    const digest = sha256(tagged('field', `["${salt}","${name}",`, value, ']'));
    check('name', /^[a-z][a-z0-9_]{0,63}$/.test(name) && !values.has(name), name);
    check('salt', /^[\w-]{21}[AQgw]$/.test(salt), name);
    values.set(name, parse(Buffer.from(value as string)));
    check('value', values.get(name) !== undefined, name);
    check('digest', digest === hex(stored) && missing.delete(digest), name);
  }
  return { header, values, missing: [...missing], problems, check };
}
