import { plainText } from './plain-text.ts';

/** XML without what can do harm: no document type, no entities of its own, no depth without end. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (XmlElement | string)[];
}

export type XmlFault = 'broken' | 'too-deep' | 'document-type';

/** Elements inside each other that are followed. */
const DEPTH = 64;

interface Open {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: (XmlElement | string)[];
}

const TEXT = /[^<]+/y;
const OPEN = /<(?:[^\s<>/:=]+:)?([^\s<>/:="'!?]+)/y;
const ATTRIBUTE = /\s+([^\s<>/="']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const OPENED = /\s*(\/?)>/y;
const CLOSE = /<\/(?:[^\s<>/:=]+:)?([^\s<>/:="']+)\s*>/y;

/**
 * The first element of a text, or why there is none. Linear in the length of the text.
 * @param text of one element, with comments, instructions or blanks around it at most
 */
export function parseXml(text: string): XmlElement | XmlFault {
  const stack: Open[] = [];
  const top: (XmlElement | string)[] = [];
  let at = 0;
  const takes = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const children = (): (XmlElement | string)[] => stack.at(-1)?.children ?? top;

  while (at < text.length) {
    const plain = takes(TEXT);
    if (plain !== null) {
      children().push(plainText(plain[0]));
      continue;
    }
    if (text.startsWith('<!', at) || text.startsWith('<?', at)) {
      const aside = asideAt(text, at);
      if (typeof aside === 'string') return aside;
      if (aside.text !== '') children().push(aside.text);
      at = aside.end;
      continue;
    }
    const closed = takes(CLOSE);
    if (closed !== null) {
      const element = stack.pop();
      if (element === undefined || element.name !== closed[1]) return 'broken';
      children().push(element);
      continue;
    }
    const opened = takes(OPEN);
    if (opened === null) return 'broken';
    if (stack.length >= DEPTH) return 'too-deep';
    const attributes: [string, string][] = [];
    for (let found = takes(ATTRIBUTE); found !== null; found = takes(ATTRIBUTE)) {
      attributes.push([found[1] ?? '', plainText(found[2] ?? found[3] ?? '')]);
    }
    const end = takes(OPENED);
    if (end === null) return 'broken';
    const element: Open = { name: opened[1] ?? '', attributes, children: [] };
    if (end[1] === '/') children().push(element);
    else stack.push(element);
  }
  if (stack.length > 0) return 'broken';
  return top.find((node) => typeof node === 'object') ?? 'broken';
}

/** What stands beside elements and text: a comment, an instruction, or text that is not escaped (CDATA). */
function asideAt(text: string, at: number): { readonly text: string; readonly end: number } | XmlFault {
  const upTo = (start: string, close: string): { text: string; end: number } | XmlFault => {
    const end = text.indexOf(close, at + start.length);
    if (end === -1) return 'broken';
    return { text: start === CDATA ? text.slice(at + start.length, end) : '', end: end + close.length };
  };
  if (text.startsWith('<!--', at)) return upTo('<!--', '-->');
  if (text.startsWith(CDATA, at)) return upTo(CDATA, ']]>');
  if (text.startsWith('<?', at)) return upTo('<?', '?>');
  return 'document-type';
}
const CDATA = '<![CDATA[';

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => typeof node === 'object' && node.name === name);

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find(([own]) => own === name)?.[1];

/** The text directly in an element. */
export const textOf = (element: XmlElement | undefined): string =>
  element?.children.filter((node) => typeof node === 'string').join('') ?? '';
