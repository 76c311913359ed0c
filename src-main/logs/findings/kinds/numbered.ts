import { textColumns } from '../../reading/columns.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { counted } from '../words-of.ts';

/** Requests of one address that go through the numbers of a parameter, one after the other. */
export interface Numbered {
  readonly kind: 'numbered';
  readonly line: string;
  /** At least so many different numbers in a row. */
  readonly values: number;
  /** A number that is farther from the last one is not the next. */
  readonly step: number;
  /** Parameters that count pages or requests, not things. */
  readonly except: RegExp;
}

/** Rows whose text is looked at; a rule that meets more says that it is not complete. */
const MOST_TEXTS = 300_000;
/** Parameters of a request that are followed. */
const MOST_NAMES = 6;
/** Twelve digits or more are a time or a number at random. */
const PARAMETER = /(?<=[?&;\s]|^)([a-z][\w.[\]-]{0,39})=["']?(\d{1,11})(?![\w.,-])/gi;

export function findNumbered(rule: Numbered, ground: Ground): Found[] {
  const rows = ground.rows(rule.line);
  const reader = ground.reader();
  const paths = (ground.view.words[textColumns.indexOf('path')]?.count ?? 0) + 1;
  const keyOf = (): number => reader.word('address') * paths + reader.word('path');
  // Most pairs of address and path have too few rows: their texts are never looked at.
  const counts = new Map<number, number>();
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      if (reader.word('path') < paths) counts.set(keyOf(), (counts.get(keyOf()) ?? 0) + 1);
    }
  }
  const walks = new Map<string, Walk>();
  let texts = 0;
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const key = keyOf();
      if ((counts.get(key) ?? 0) < rule.values) continue;
      if (++texts > MOST_TEXTS) {
        ground.isComplete = false;
        break;
      }
      for (const [name, value] of numbersIn(reader.text, rule.except)) {
        const walk =
          walks.get(`${key} ${name}`) ?? new Walk(rule, reader.word('address'), reader.word('path'), name);
        walks.set(`${key} ${name}`, walk);
        walk.add(row, reader.time, value);
      }
    }
  }
  return [...walks.values()].flatMap((walk) => {
    walk.end();
    const { address, path, name, evidence, most } = walk;
    if (evidence.rows === 0) return [];
    const [about, where] = [ground.nameOf('address', address), ground.nameOf('path', path)];
    const detail = `${name} of ${where}: ${counted(most.values, 'number')} from ${most.from} to ${most.to} in turn`;
    const line = `${rule.line} path:"${where.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
    return [
      evidence.found(about, ground.lineFor(line, 'address', about), detail, `${about} ${where} ${name}`),
    ];
  });
}

function numbersIn(text: string, except: RegExp): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [, given = '', digits] of text.matchAll(PARAMETER)) {
    const name = given.toLowerCase();
    if (found.size < MOST_NAMES && !found.has(name) && !except.test(name)) found.set(name, Number(digits));
  }
  return found;
}

/** The numbers that one address gave to one parameter. */
class Walk {
  readonly evidence = new Evidence();
  /** The longest stretch that was found. */
  readonly most = { values: 0, from: 0, to: 0 };
  readonly address: number;
  readonly path: number;
  readonly name: string;
  private readonly rule: Numbered;
  private readonly seen = new Set<number>();
  private rows: number[] = [];
  private times: (number | null)[] = [];
  private first = 0;
  private last = 0;
  /** All steps together, back and forth. */
  private way = 0;

  constructor(rule: Numbered, address: number, path: number, name: string) {
    this.rule = rule;
    this.address = address;
    this.path = path;
    this.name = name;
  }

  add(row: number, time: number | null, value: number): void {
    if (this.rows.length > 0 && Math.abs(value - this.last) > this.rule.step) this.end();
    if (this.rows.length === 0) this.first = value;
    // What always has the same number is no walk: nothing is kept of it.
    else if (value === this.last && this.seen.size === 1) return;
    else this.way += Math.abs(value - this.last);
    this.rows.push(row);
    this.times.push(time);
    this.seen.add(value);
    this.last = value;
  }

  /** What stands so far is looked at, and the next stretch begins. */
  end(): void {
    if (this.seen.size >= this.rule.values) this.judge();
    this.seen.clear();
    this.rows = [];
    this.times = [];
    this.way = 0;
  }

  private judge(): void {
    const { seen, rows, times, most } = this;
    const from = [...seen].reduce((a, b) => Math.min(a, b));
    const to = [...seen].reduce((a, b) => Math.max(a, b));
    if (Math.abs(this.last - this.first) < (to - from) * FAR || this.way > (to - from) * DETOURS) return;
    for (const [i, row] of rows.entries()) this.evidence.add(row, times[i] ?? null);
    if (seen.size > most.values) [most.values, most.from, most.to] = [seen.size, from, to];
  }
}

/** Who goes one way ends this share of the whole distance from where they began … */
const FAR = 0.8;
/** … and does not go farther than so many times the distance: programs side by side are a little out of order. */
const DETOURS = 3;
