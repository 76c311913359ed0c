import type { PageElement, PageNode } from './page-tree.ts';

/** Markup that Holdfast does not write: a browser might read it as something else than we do. */
export class MarkupError extends Error {
  /** Characters from the beginning of the text. */
  readonly at: number;
  constructor(at: number) {
    super(`not our markup at ${at}`);
    this.at = at;
  }
}

/** Elements without an end. */
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'meta', 'input']);
/** Elements whose content is text, whatever it looks like. */
const RAW: ReadonlySet<string> = new Set(['style', 'script']);
/** All that pages of ours are made of; each of them is closed where we write it. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'html head meta title style body script div section h1 h2 h3 p ol ul li table colgroup col thead tbody tr th td ' +
    'dl dt dd span b i s a br bdi svg path rect title label input button'
  ).split(' '),
);
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([a-zA-Z-]+)(?:="([^"<>]*)")?/g;

/**
 * Reads markup as strictly as Holdfast writes it, into what a browser makes of it.
 * @returns the elements and texts on its top level
 * @throws MarkupError for anything else
 */
function readMarkup(text: string): PageNode[] {
  const top: PageNode[] = [];
  const open: { readonly name: string; readonly children: PageNode[] }[] = [];
  let at = 0;
  while (at < text.length) {
    const children = open.at(-1)?.children ?? top;
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at) children.push(decoded(text, at, end));
    if (next === -1) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(text);
    const [whole = '', slash, name = '', attributes = '', selfClosed] = tag ?? [];
    if (!NAMES.has(name)) throw new MarkupError(next);
    at = next + whole.length;
    if (slash === '/') {
      if (open.pop()?.name !== name || attributes !== '') throw new MarkupError(next);
      continue;
    }
    const element = { name, attributes: attributesIn(attributes, next), children: [] as PageNode[] };
    children.push(element satisfies PageElement);
    if (RAW.has(name)) {
      const close = text.indexOf(`</${name}>`, at);
      if (close === -1) throw new MarkupError(next);
      if (close > at) element.children.push(text.slice(at, close));
      at = close + name.length + 3;
    } else if (selfClosed !== '/' && !VOID.has(name)) open.push(element);
  }
  if (open.length > 0) throw new MarkupError(text.length);
  return top;
}

function attributesIn(text: string, at: number): [string, string][] {
  const found = [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']): [string, string] => [
    name,
    decoded(value, 0, value.length),
  ]);
  if (new Set(found.map(([name]) => name)).size !== found.length) throw new MarkupError(at);
  return found;
}

/** @throws MarkupError for an entity or a character that we never write */
function decoded(text: string, from: number, to: number): string {
  const part = text.slice(from, to);
  if (/[\0\r>]/u.test(part)) throw new MarkupError(from);
  if (!part.includes('&')) return part;
  return part.replaceAll(/&[^;\s]*;?/gu, (entity) => {
    const mark = ENTITIES[entity];
    if (mark === undefined) throw new MarkupError(from);
    return mark;
  });
}

/** The one element that markup of ours is. @throws MarkupError */
export function readElement(text: string): PageElement {
  const nodes = readMarkup(text).filter((node) => typeof node !== 'string' || node.trim() !== '');
  const [element] = nodes;
  if (nodes.length !== 1 || element === undefined || typeof element === 'string') throw new MarkupError(0);
  return element;
}
