import { damageComment } from './damage.ts';
import { escapeAttribute, escapeText, nameText } from './escape.ts';
import type { Element, Instance, Node, Substitution, Template } from './nodes.ts';

/** A template as XML with gaps: what is fixed is escaped once, and records fill in their values. */
export interface Program {
  /** One more than `slots`: literal, slot, literal, slot, … literal. */
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
}

export type Slot =
  /** A value between other text. */
  | { readonly kind: 'value'; readonly index: number; readonly inAttribute: boolean }
  /** An attribute that is nothing but this value; it is left out where there is none. */
  | { readonly kind: 'attribute'; readonly index: number; readonly before: string }
  /** An element that is nothing but this value; of an array each gets an element of its own. */
  | { readonly kind: 'element'; readonly index: number; readonly before: string; readonly after: string }
  /** What is there only if this value is. */
  | { readonly kind: 'dependent'; readonly index: number; readonly program: Program }
  | { readonly kind: 'instance'; readonly instance: Instance };

export const programOf = (template: Template): Program =>
  (template.program ??= new Compiler().compile(template.nodes));

class Compiler {
  readonly #literals = [''];
  readonly #slots: Slot[] = [];

  compile(nodes: readonly Node[]): Program {
    for (const node of nodes) this.#node(node);
    return { literals: this.#literals, slots: this.#slots };
  }

  #node(node: Node): void {
    if (typeof node === 'string') return this.#fixed(escapeText(node));
    switch (node.kind) {
      case 'element':
        if (node.dependsOn === null) return this.#element(node);
        return this.#slot({
          kind: 'dependent',
          index: node.dependsOn,
          program: new Compiler().compile([{ ...node, dependsOn: null }]),
        });
      case 'substitution':
        return this.#slot({ kind: 'value', index: node.index, inAttribute: false });
      case 'instance':
        return this.#slot({ kind: 'instance', instance: node });
      case 'instruction':
        return this.#fixed(`<?${nameText(node.target)} ${escapeText(node.data).replaceAll('?>', '?&gt;')}?>`);
      case 'unreadable':
        return this.#fixed(damageComment(node.why));
    }
  }

  #element(element: Element): void {
    const name = nameText(element.name);
    const only = onlySubstitution(element);
    if (only !== null) {
      const before = `<${name}${element.attributes.map(fixedAttribute).join('')}>`;
      return this.#slot({ kind: 'element', index: only.index, before, after: `</${name}>` });
    }
    this.#fixed(`<${name}`);
    for (const { name: own, value } of element.attributes) this.#attribute(nameText(own), value);
    if (element.children.length === 0) return this.#fixed('/>');
    this.#fixed('>');
    for (const child of element.children) this.#node(child);
    return this.#fixed(`</${name}>`);
  }

  #attribute(name: string, value: readonly Node[]): void {
    const [only] = value;
    if (value.length === 1 && typeof only === 'object' && only.kind === 'substitution') {
      return this.#slot({ kind: 'attribute', index: only.index, before: ` ${name}="` });
    }
    this.#fixed(` ${name}="`);
    for (const part of value) {
      if (typeof part === 'string') this.#fixed(escapeAttribute(part));
      else if (part.kind === 'substitution') this.#valueInAttribute(part);
    }
    return this.#fixed('"');
  }

  #valueInAttribute({ index }: Substitution): void {
    this.#slot({ kind: 'value', index, inAttribute: true });
  }

  #fixed(text: string): void {
    this.#literals.push((this.#literals.pop() ?? '') + text);
  }

  #slot(slot: Slot): void {
    this.#slots.push(slot);
    this.#literals.push('');
  }
}

/** The value of an element that holds nothing else and whose attributes are fixed. */
function onlySubstitution({ attributes, children }: Element): Substitution | null {
  const [only] = children;
  if (children.length !== 1 || typeof only !== 'object' || only.kind !== 'substitution') return null;
  return attributes.every(({ value }) => value.every((part) => typeof part === 'string')) ? only : null;
}

const fixedAttribute = ({ name, value }: Element['attributes'][number]): string =>
  ` ${nameText(name)}="${value.map((part) => (typeof part === 'string' ? escapeAttribute(part) : '')).join('')}"`;
