/** An element of a page, as the browser or `readMarkup` has it. */
export interface PageElement {
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly PageNode[];
}

export type PageNode = PageElement | string;

/** One spelling of what an element shows: equal for equal pages, whoever read them. */
export const outlineOf = (node: PageNode): string => JSON.stringify(plain(node));

type Plain = string | readonly [string, readonly (readonly [string, string])[], readonly Plain[]];

function plain(node: PageNode): Plain {
  if (typeof node === 'string') return node;
  const children: Plain[] = [];
  for (const child of node.children) {
    const last = children.at(-1);
    if (typeof child === 'string' && typeof last === 'string') children[children.length - 1] = last + child;
    else if (child !== '') children.push(plain(child));
  }
  const { attributes } = node;
  return [
    node.name,
    attributes.length < 2 ? attributes : attributes.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    children,
  ];
}

/** The text that a person reads, with single spaces. */
export const textOf = (node: PageNode): string => allText(node).replaceAll(/\s+/gu, ' ').trim();

/** Elements that touch each other are drawn apart. */
const allText = (node: PageNode): string =>
  typeof node === 'string'
    ? node
    : node.children.reduce<string>((text, child, i) => {
        const touching = typeof child !== 'string' && typeof node.children[i - 1] === 'object';
        return `${text}${touching ? ' ' : ''}${allText(child)}`;
      }, '');

export const attributeOf = (element: PageElement, name: string): string | undefined =>
  element.attributes.find(([one]) => one === name)?.[1];

/** The elements among the children; text between them that is more than space is no part of a page of ours. */
export function elementsIn(element: PageElement): {
  readonly elements: PageElement[];
  readonly foreign: string;
} {
  const elements: PageElement[] = [];
  let foreign = '';
  for (const child of element.children) {
    if (typeof child !== 'string') elements.push(child);
    else if (child.trim() !== '') foreign += child.trim();
  }
  return { elements, foreign };
}
