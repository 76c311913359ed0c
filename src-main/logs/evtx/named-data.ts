import type { ChunkXml } from './chunk-xml.ts';
import { Damage, damageKind } from './damage.ts';
import { BoundedText, EVTX_LIMITS } from './limits.ts';
import type { Element, Instance, Node } from './nodes.ts';
import { partsText } from './parts-text.ts';
import { attributeOf } from './system-fields.ts';
import { TYPE, valueTexts } from './value-text.ts';
import { isMissing, xmlText } from './xml-text.ts';

/** One named value of an event, not escaped. */
export interface NamedValue {
  /**
   * `EventData`: its name; `Data1`, `Data2` … where it has none. Elsewhere the names of the elements below the first,
   * joined by `/`, and `@` before the name of an attribute.
   */
  readonly name: string;
  readonly value: string;
}

/** What stands in an event beside `System`. Where that is damaged or too much, what stands before it. */
export function namedData(chunk: ChunkXml, nodes: readonly Node[], instance: Instance): NamedValue[] {
  const collector = new Collector(chunk);
  try {
    collector.blocks(nodes, instance);
  } catch (error) {
    damageKind(error);
  }
  return collector.found;
}

class Collector {
  readonly found: NamedValue[] = [];
  readonly #chunk: ChunkXml;
  readonly #size: BoundedText;
  #unnamed = 0;
  #depth = 0;

  constructor(chunk: ChunkXml) {
    this.#chunk = chunk;
    this.#size = new BoundedText(chunk.budget.data);
  }

  /** `EventData`, `UserData` and the like: their own names say nothing. */
  blocks(nodes: readonly Node[], instance: Instance): void {
    this.#each(nodes, instance, (element, owner) => this.#inside(element, owner, ''));
  }

  /** Every element among the nodes, also those that lie in values and in templates. */
  #each(nodes: readonly Node[], instance: Instance, then: (element: Element, owner: Instance) => void): void {
    this.#depth += 1;
    if (this.#depth > EVTX_LIMITS.depth) throw new Damage('too-deep');
    for (const node of nodes) {
      this.#size.charge(1);
      if (typeof node === 'string') continue;
      if (node.kind === 'element') {
        if (node.dependsOn === null || !isMissing(instance, node.dependsOn)) then(node, instance);
      } else if (node.kind === 'instance') {
        this.#each(node.template.nodes, node, then);
      } else if (node.kind === 'substitution' && instance.values[node.index]?.type === TYPE.xml) {
        const inside = this.#chunk.nested(instance, node.index);
        this.#each(inside.template.nodes, inside, then);
      }
    }
    this.#depth -= 1;
  }

  #inside(element: Element, instance: Instance, path: string): void {
    this.#each(element.children, instance, (child, owner) => this.#one(child, owner, path));
  }

  #one(element: Element, instance: Instance, above: string): void {
    const name = attributeOf(element, 'Name');
    const path = name === undefined ? above + element.name : partsText(this.#chunk, name.value, instance);
    for (const { name: own, value } of element.attributes) {
      if (own === 'Name' || own.startsWith('xmlns')) continue;
      this.#add(`${path}@${own}`, partsText(this.#chunk, value, instance));
    }
    if (path === 'Data') return this.#data(element, instance);
    if (hasElements(element)) return this.#inside(element, instance, `${path}/`);
    return this.#add(path, this.#text(element, instance));
  }

  /** Classic events have strings without names, all of them often as one array. */
  #data(element: Element, instance: Instance): void {
    const [only] = element.children;
    const value =
      typeof only === 'object' && only.kind === 'substitution' ? instance.values[only.index] : undefined;
    const texts =
      value !== undefined && (value.type & TYPE.array) !== 0 && element.children.length === 1
        ? valueTexts(this.#chunk.bytes, value.type, value.at, value.size)
        : [this.#text(element, instance)];
    for (const text of texts) {
      this.#unnamed += 1;
      this.#add(`Data${this.#unnamed}`, text);
    }
  }

  /** Whole events may lie in a value (event 1108): they are kept as the XML that they are. */
  #text(element: Element, instance: Instance): string {
    const [only] = element.children;
    if (
      typeof only === 'object' &&
      only.kind === 'substitution' &&
      instance.values[only.index]?.type === TYPE.xml
    ) {
      return xmlText(this.#chunk, this.#chunk.nested(instance, only.index), this.#chunk.budget.data).text;
    }
    return partsText(this.#chunk, element.children, instance);
  }

  #add(name: string, value: string): void {
    this.#size.charge(name.length + value.length);
    this.found.push({ name, value });
  }
}

const hasElements = ({ children }: Element): boolean =>
  children.some((node) => typeof node === 'object' && (node.kind === 'element' || node.kind === 'instance'));
