import type { ShownPage } from '../self-check/check-report.ts';
import type { PageElement, PageNode } from '../self-check/page-tree.ts';

/** The page as the browser shows it. */
export const shownPage = (): ShownPage => ({
  head: asElement(document.head),
  body: asElement(document.body),
});

/** An element that is read when it is looked at: all of a long page at once would hold it up. */
const asElement = (element: Element): PageElement => ({
  name: element.localName,
  get attributes() {
    // Most have none, and a list of a browser's own takes its time.
    if (!element.hasAttributes()) return [];
    return Array.from(element.attributes, ({ name, value }): [string, string] => [name, value]);
  },
  get children() {
    return childrenOf(element);
  },
});

function childrenOf(element: Element): PageNode[] {
  const children: PageNode[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node instanceof Element) children.push(asElement(node));
    else if (node.nodeType === Node.TEXT_NODE) children.push(node.nodeValue ?? '');
    // A remark shows nothing, but we write none.
    else children.push({ name: node.nodeName, attributes: [], children: [] });
  }
  return children;
}
