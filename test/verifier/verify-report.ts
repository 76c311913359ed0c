// A second reading of FORMAT.md §15: a report is checked by the record in it, from that text alone.
// node test/verifier/verify-report.ts FILE
import { readFileSync } from 'node:fs';
import { type Problem, checker, hex, jcs, pair, sha256, tagged, unhex } from './bytes.ts';
import { verifyEntry } from './entry.ts';
import { type Element, elementsOf, idOf, outline, readPage, textOf } from './page.ts';
import { type Read, checkRecord, totalOrder } from './record.ts';

type Given = readonly [name: string, salt: string, value: unknown] | readonly [name: string, digest: string];
type Report = {
  readonly format: string;
  readonly case: string;
  readonly head: string;
  readonly zone: string;
  readonly parts: readonly (readonly [string, string])[];
  readonly rows: readonly (readonly [header: string, signature: string, fields: readonly Given[]])[];
};

export function verifyReport(path: string) {
  const problems: Problem[] = [];
  const check = checker(problems);
  let entries = 0;
  try {
    const [head, body] = elementsOf(readPage(readFileSync(path, 'utf8')));
    if (head?.name !== 'head' || body?.name !== 'body') throw new Error('no page of §15');
    const data = elementsOf(body).find((element) => idOf(element) === 'holdfast-record');
    const report = JSON.parse(data === undefined ? '' : textOf(data)) as Report;
    if (report.format !== 'holdfast/report/1') throw new Error(`format ${report.format}`);
    const named = new Set<string>();
    const read = report.rows.map((row, i) => readRow(row, i + 1, named, problems));
    const found = checkRecord(read, { named }, problems);
    entries = found.entries;
    problems.push(...read.flatMap((entry) => entry.problems));
    const [tip, second] = found.tips;
    const fingerprint = second === undefined ? tip : sha256(tagged('tips', ...found.tips.map(unhex)));
    check('head', report.head === fingerprint);
    check('case id', report.case === read[0]?.header?.case);
    const order = totalOrder(read);
    const zone = order.findLast(
      ({ header, values }) => header?.kind === 'fact' && values.get('name') === 'zone',
    );
    check('zone', report.zone === (zone?.values.get('value') ?? 'UTC'));
    checkPage(head, body, report, order, check);
  } catch (error) {
    check('read', false, String(error));
  }
  return { ok: problems.length === 0, entries, problems };
}

function readRow(
  [header, signature, fields]: Report['rows'][number],
  seq: number,
  named: Set<string>,
  problems: Problem[],
): Read {
  const bytes = Buffer.from(header);
  const hash = new Uint8Array(unhex(sha256(tagged('entry', bytes))));
  const kept = fields.flatMap((field) => {
    if (field.length === 2) return [];
    const [name, salt, value] = field;
    const text = jcs(value);
    return [
      {
        name,
        salt,
        value: text,
        digest: new Uint8Array(unhex(sha256(tagged('field', `["${salt}","${name}",`, text, ']')))),
      },
    ];
  });
  const checked = verifyEntry({
    seq,
    hash,
    header: bytes,
    signature: new Uint8Array(unhex(signature)),
    fields: kept,
  });
  const missing = new Set(checked.missing);
  for (const field of fields) {
    if (field.length !== 2) continue;
    named.add(pair(hex(hash), field[1]));
    checker(problems, { seq })('left out', missing.has(field[1]), field[0]);
  }
  const { author = '', writer = '', n = 0 } = checked.header ?? {};
  return {
    row: { hash, author: new Uint8Array(unhex(author)), writer: new Uint8Array(unhex(writer)), n },
    ...checked,
  };
}

/** §15, step 4: parts by their outline, lines by their entry. */
function checkPage(
  head: Element,
  body: Element,
  report: Report,
  order: readonly Read[],
  check: ReturnType<typeof checker>,
): void {
  const beside = ['self-check', 'holdfast-record', 'holdfast-check'];
  const shown = elementsOf(body).filter((element) => !beside.includes(idOf(element)));
  check(
    'parts',
    ['head', ...shown.map((part) => idOf(part))].join() === report.parts.map(([id]) => id).join(),
  );
  check(
    'body',
    body.attributes.length === 0 &&
      body.children.every((child) => typeof child !== 'string' || child.trim() === ''),
  );
  const digests = new Map(report.parts);
  for (const part of [head, ...shown]) {
    const id = part === head ? 'head' : idOf(part);
    if (id === 'timeline') checkLines(part, order, check);
    else check('part', sha256(Buffer.from(outline(part))) === digests.get(id), id);
  }
}

/** Lines stand in the order of when it happened, each is one entry, and says at least its text, author key aside. */
function checkLines(section: Element, order: readonly Read[], check: ReturnType<typeof checker>): void {
  const lines = elementsOf(section).flatMap((list) => (list.name === 'ol' ? elementsOf(list) : []));
  const instant = ({ header, values }: Read): number => {
    const { utc } = (values.get('occurred') ?? {}) as { utc?: string };
    return Date.parse(utc ?? header?.recorded ?? '');
  };
  const wanted = order
    .map((entry, i) => ({ entry, number: i + 1, at: instant(entry) }))
    .toSorted((a, b) => a.at - b.at || a.number - b.number);
  check('lines', lines.map((line) => idOf(line)).join() === wanted.map(({ number }) => `e${number}`).join());
  const words = (text: string): string => text.replace(/⟨U\+[0-9A-F]{4}⟩|[\s\p{C}]+/gu, '');
  for (const [i, { entry, number }] of wanted.entries()) {
    const { header, values, row } = entry;
    const line = words(lines[i] === undefined ? '' : textOf(lines[i]));
    check(
      'line',
      line.includes(words(`${header?.kind} ${number} (${hex(row.hash).slice(0, 8)})`)),
      `entry ${number}`,
    );
    const text = values.get('text');
    const own = ['note', 'correction', 'imported'].includes(header?.kind ?? '') && typeof text === 'string';
    check('text', !own || line.includes(words(text)), `entry ${number}`);
  }
}

if (import.meta.main) {
  const { ok, entries, problems } = verifyReport(process.argv[2] ?? '');
  for (const { code, seq, what } of problems) process.stdout.write(`${seq ?? '-'} ${code}: ${what}\n`);
  process.stdout.write(ok ? `${entries} entries hold together.\n` : `${problems.length} problems found.\n`);
  process.exitCode = ok ? 0 : 1;
}
