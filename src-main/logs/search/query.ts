import { CaseError } from '../../domain/errors.ts';

export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/** A search as it was understood. */
export type Query =
  | { readonly kind: 'all' }
  /** The row's text holds it. `isPrefix`: a word begins with it. */
  | { readonly kind: 'text'; readonly text: string; readonly isPrefix: boolean }
  /** A field has this value: equal but for upper and lower case, `*` stands for anything. */
  | { readonly kind: 'field'; readonly field: string; readonly value: string }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly comparison: Comparison;
      readonly value: number;
    }
  | { readonly kind: 'between'; readonly field: string; readonly from: number; readonly to: number }
  | { readonly kind: 'not'; readonly of: Query }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] };

interface Token {
  readonly kind: 'word' | 'phrase' | 'open' | 'close';
  readonly text: string;
  /** What stands directly before a phrase: `field:`. */
  readonly head: string;
}

/** Characters of a query, and how deep brackets may stand in each other. */
const LONGEST = 4000;
const DEEPEST = 32;

/**
 * Understands a search line: words and "phrases" that the row holds, `field:value`, `field>=400`, `field:400..499`,
 * `NOT` or `-`, `OR`, brackets, `*` at the end of a word or anywhere in a value. Words beside each other must all be
 * there.
 * @throws CaseError `wrong-use` that says what is missing
 */
export function readQuery(line: string): Query {
  if (line.length > LONGEST) throw bad(`A search has at most ${LONGEST} characters.`);
  const tokens = tokensOf(line);
  const reader = { tokens, at: 0 };
  if (tokens.length === 0) return { kind: 'all' };
  const query = readOr(reader, 0);
  if (reader.at < tokens.length) throw bad('There is a ) without its (.');
  return query;
}

const bad = (reason: string): CaseError => new CaseError('wrong-use', { reason });

const PHRASE = /(-?[\w.#()-]*:)?"((?:[^"\\]|\\.)*)("|$)/y;
const WORD = /[^\s"]+/y;

/** A bracket stands alone, before a word, or behind one that has no opening bracket of its own: `sleep(5)` is a word. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  const text = line.trimEnd();
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at] ?? '')) {
      at++;
      continue;
    }
    if (text[at] === '(' || text[at] === ')') {
      tokens.push({ kind: text[at] === '(' ? 'open' : 'close', text: '', head: '' });
      at++;
      continue;
    }
    PHRASE.lastIndex = at;
    const phrase = PHRASE.exec(text);
    if (phrase !== null) {
      const [whole, head = '', inner = '', end] = phrase;
      if (end === '') throw bad(`The quotation mark before “${inner.slice(0, 40)}” is not closed.`);
      tokens.push({ kind: 'phrase', text: inner.replaceAll(/\\(.)/g, '$1'), head });
      at += whole.length;
      continue;
    }
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0] ?? '';
    if (word === '') throw bad(`This part is not understood: ${text.slice(at, at + 40)}`);
    const closing = closingBrackets(word);
    tokens.push({ kind: 'word', text: word.slice(0, word.length - closing), head: '' });
    for (let i = 0; i < closing; i++) tokens.push({ kind: 'close', text: '', head: '' });
    at += word.length;
  }
  return tokens;
}

/** How many brackets at the end of a word close something outside of it. */
function closingBrackets(word: string): number {
  const open = word.split('(').length - 1;
  const close = word.split(')').length - 1;
  const atEnd = /\)*$/.exec(word)?.[0].length ?? 0;
  return Math.max(0, Math.min(atEnd, close - open));
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const isWord = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'word' && token.text === text;

function readOr(reader: Reader, depth: number): Query {
  if (depth > DEEPEST) throw bad(`Brackets stand in each other ${DEEPEST} deep at most.`);
  const parts = [readAnd(reader, depth)];
  while (isWord(reader.tokens[reader.at], 'OR')) {
    reader.at++;
    parts.push(readAnd(reader, depth));
  }
  return joined('or', parts);
}

function readAnd(reader: Reader, depth: number): Query {
  const parts: Query[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token.kind === 'close' || isWord(token, 'OR')) break;
    if (isWord(token, 'AND')) {
      reader.at++;
      continue;
    }
    parts.push(readOne(reader, depth));
  }
  if (parts.length === 0) throw bad('Something is missing beside OR, NOT or inside of brackets.');
  return joined('and', parts);
}

const joined = (kind: 'and' | 'or', parts: readonly Query[]): Query => {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, of: parts };
};

function readOne(reader: Reader, depth: number): Query {
  const token = reader.tokens[reader.at];
  if (token === undefined) throw bad('Something is missing behind NOT.');
  reader.at++;
  if (token.kind === 'open') {
    const inner = readOr(reader, depth + 1);
    if (reader.tokens[reader.at]?.kind !== 'close') throw bad('There is a ( without its ).');
    reader.at++;
    return inner;
  }
  if (isWord(token, 'NOT') || isWord(token, '-')) {
    if (depth > DEEPEST) throw bad(`Brackets stand in each other ${DEEPEST} deep at most.`);
    return { kind: 'not', of: readOne(reader, depth + 1) };
  }
  if (token.kind === 'close') throw bad('There is a ) without its (.');
  if (token.kind === 'phrase') return phraseOf(token);
  return token.text.length > 1 && token.text.startsWith('-')
    ? { kind: 'not', of: wordOf(token.text.slice(1)) }
    : wordOf(token.text);
}

function phraseOf({ head, text }: Token): Query {
  const isNot = head.startsWith('-');
  const field = head.slice(isNot ? 1 : 0, -1);
  const inner: Query =
    field === '' ? { kind: 'text', text, isPrefix: false } : { kind: 'field', field, value: text };
  if (text === '' && field === '') throw bad('There is nothing between the quotation marks.');
  return isNot ? { kind: 'not', of: inner } : inner;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const FIELD = String.raw`([A-Za-z_#][\w.#-]*(?:\([\w-]*\))?)`;
const RANGE = new RegExp(`^${FIELD}:(${NUMBER})\\.\\.(${NUMBER})$`);
const COMPARE = new RegExp(`^${FIELD}(>=|<=|>|<)(${NUMBER})$`);
/** Not `=`: queries of web servers are full of it, and `c=whoami` is what people look for. */
const VALUE = new RegExp(`^${FIELD}:(.+)$`);

function wordOf(word: string): Query {
  const range = RANGE.exec(word);
  if (range !== null) {
    const [, field = '', from, to] = range;
    return { kind: 'between', field, from: Number(from), to: Number(to) };
  }
  const compare = COMPARE.exec(word);
  if (compare !== null) {
    const [, field = '', comparison, value] = compare;
    return { kind: 'compare', field, comparison: comparison as Comparison, value: Number(value) };
  }
  const field = VALUE.exec(word);
  // A drive, a URL or a time of day looks like a field and is none.
  if (field !== null && !/^[A-Za-z]:\\|^\w+:\/\//.test(word)) {
    return { kind: 'field', field: field[1] ?? '', value: field[2] ?? '' };
  }
  const isPrefix = word.length > 1 && word.endsWith('*');
  return { kind: 'text', text: isPrefix ? word.slice(0, -1) : word, isPrefix };
}
