import { type XmlElement, attributeOf, childOf, textOf } from '../xml/parse-xml.ts';
import type { NamedValue } from './named-data.ts';

/**
 * What stands in an event beside `System`, named as `namedData` names it: the export of the viewer, and the XML of a
 * record that is looked at again.
 */
export function dataOfXml(event: XmlElement): NamedValue[] {
  const found: NamedValue[] = [];
  let unnamed = 0;
  const one = (element: XmlElement, above: string): void => {
    const name = attributeOf(element, 'Name');
    const path = name ?? above + element.name;
    for (const [own, value] of element.attributes) {
      if (own !== 'Name' && !own.startsWith('xmlns')) found.push({ name: `${path}@${own}`, value });
    }
    const inner = elementsOf(element);
    if (inner.length > 0 && path !== 'Data') return inner.forEach((child) => one(child, `${path}/`));
    if (path === 'Data') unnamed += 1;
    found.push({ name: path === 'Data' ? `Data${unnamed}` : path, value: textOf(element) });
    return undefined;
  };
  for (const block of elementsOf(event)) {
    if (block.name !== 'System') for (const element of elementsOf(block)) one(element, '');
  }
  return found;
}

/** What `System` says, each with the name of its element and, behind `@`, of its attribute. */
export function systemOfXml(event: XmlElement): NamedValue[] {
  return elementsOf(childOf(event, 'System')).flatMap((element) => {
    const attributes = element.attributes.map(([own, value]) => ({ name: `${element.name}@${own}`, value }));
    const value = textOf(element);
    return value === '' ? attributes : [{ name: element.name, value }, ...attributes];
  });
}

const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  element?.children.filter((node) => typeof node === 'object') ?? [];
