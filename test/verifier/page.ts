// A report as a page, read without a browser, and the outline of its parts: FORMAT.md §15.
export type Element = {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: (Element | string)[];
};

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => MARKS[name] ?? '');

/** The element `html`; throws where the page is not put together as §15 says. */
export function readPage(text: string): Element {
  if (!text.startsWith('<!doctype html>\n')) throw new Error('no page of §15');
  const root: Element = { name: '', attributes: [], children: [] };
  const open = [root];
  const tag = /<(\/?)([a-z][a-z0-9]*)((?: |\n|[a-zA-Z-]+="[^"<>]*"|[a-zA-Z-]+)*?)\s*(\/?)>/y;
  for (let at = 16; at < text.length;) {
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at) open.at(-1)?.children.push(plain(text.slice(at, end)));
    if (next === -1) break;
    tag.lastIndex = next;
    const [whole, slash, name = '', given = '', closed] = tag.exec(text) ?? [];
    if (whole === undefined) throw new Error(`no element of §15 at ${next}`);
    at = next + whole.length;
    if (slash === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} ends what it did not begin, at ${next}`);
      continue;
    }
    const attributes = [...given.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(
      ([, key = '', value = '']) => [key, plain(value)] as const,
    );
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (name === 'script' || name === 'style') {
      const close = text.indexOf(`</${name}>`, at);
      if (close === -1) throw new Error(`${name} does not end`);
      element.children.push(text.slice(at, close));
      at = close + name.length + 3;
    } else if (closed !== '/' && !/^(?:br|col|meta|input)$/.test(name)) open.push(element);
  }
  const [html, ...more] = elementsOf(root);
  if (open.length !== 1 || html?.name !== 'html' || more.length > 0) throw new Error('no page of §15');
  return html;
}

export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child) => typeof child !== 'string');

export const idOf = ({ attributes }: Element): string =>
  attributes.find(([name]) => name === 'id')?.[1] ?? '';

export const textOf = (node: Element | string): string =>
  typeof node === 'string' ? node : node.children.map((child) => textOf(child)).join('');

/** §15: one spelling of what an element shows. */
export const outline = (element: Element): string => JSON.stringify(listed(element));

type Listed = string | readonly [string, readonly (readonly [string, string])[], readonly Listed[]];

function listed({ name, attributes, children }: Element): Listed {
  const inner: Listed[] = [];
  for (const child of children) {
    if (typeof child !== 'string') inner.push(listed(child));
    else if (typeof inner.at(-1) === 'string') inner.push(`${String(inner.pop())}${child}`);
    else if (child !== '') inner.push(child);
  }
  return [name, attributes.toSorted(([a], [b]) => (a < b ? -1 : 1)), inner];
}
