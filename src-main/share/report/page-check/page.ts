import type { PageElement, PageNode } from '../self-check/page-tree.ts';
import type { ShownPage } from '../self-check/check-report.ts';

/** The page as the browser shows it. */
export const shownPage = (): ShownPage => ({
  head: asElement(document.head),
  body: asElement(document.body),
});

function asElement(element: Element): PageElement {
  const children: PageNode[] = [];
  for (const node of element.childNodes) {
    if (node instanceof Element) children.push(asElement(node));
    else if (node.nodeType === Node.TEXT_NODE) children.push(node.nodeValue ?? '');
    // A remark shows nothing, but we write none.
    else children.push({ name: node.nodeName, attributes: [], children: [] });
  }
  const attributes = [...element.attributes].map(({ name, value }): [string, string] => [name, value]);
  return { name: element.localName, attributes, children };
}
