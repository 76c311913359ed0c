import { Damage, damageKind } from './damage.ts';
import { type ChunkBudget, EVTX_LIMITS } from './limits.ts';
import type { Names } from './names.ts';
import type { Attribute, Element, Instance, Node } from './nodes.ts';

/** Tokens of binary XML ([MS-EVEN6] §2.2.12). Bit 0x40: more follows (attributes, or further parts of a value). */
const TOKEN = {
  end: 0x00,
  element: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  character: 0x08,
  entity: 0x09,
  target: 0x0a,
  data: 0x0b,
  template: 0x0c,
  substitution: 0x0d,
  optional: 0x0e,
  fragment: 0x0f,
} as const;
const MORE = 0x40;
const FRAGMENT_HEAD = 4;
const STRING = 1;
const NOTHING = 0xffff;

/** What the parser needs of the chunk around it. */
export interface Surroundings {
  readonly bytes: Buffer;
  readonly names: Names;
  readonly budget: ChunkBudget;
  /** Reads the instance whose token lies at `at`; `next` is where it ends. @throws Damage */
  instance(at: number, end: number, level: number): { instance: Instance; next: number };
}

/** One run of tokens: a record, a template or a value of binary XML. */
export class BinaryXml {
  readonly #around: Surroundings;
  readonly #bytes: Buffer;
  readonly #end: number;
  /** Elements of a template say which value they depend on; elsewhere that field is missing. */
  readonly #inTemplate: boolean;
  readonly #level: number;
  #at: number;

  constructor(around: Surroundings, at: number, end: number, inTemplate: boolean, level: number) {
    this.#around = around;
    this.#bytes = around.bytes;
    this.#at = at;
    this.#end = Math.min(end, around.bytes.length);
    this.#inTemplate = inTemplate;
    this.#level = level;
  }

  /** Everything up to the end mark. Where something is damaged, what stands before it, and a node that says so. */
  read(): Node[] {
    const nodes: Node[] = [];
    try {
      while (this.#at < this.#end && !this.#takes(TOKEN.end)) {
        if (this.#peek() === TOKEN.fragment) this.#skip(FRAGMENT_HEAD);
        else this.#content(nodes, 0);
      }
    } catch (error) {
      nodes.push({ kind: 'unreadable', why: damageKind(error) });
    }
    return nodes;
  }

  #content(into: Node[], depth: number): void {
    this.#around.budget.step();
    const token = this.#peek();
    switch (token & ~MORE) {
      case TOKEN.element:
        return this.#element(into, depth);
      case TOKEN.template: {
        const { instance, next } = this.#around.instance(this.#at, this.#end, this.#level);
        this.#at = next;
        into.push(instance);
        return undefined;
      }
      case TOKEN.target:
        return this.#instruction(into);
      default:
        into.push(this.#text());
        return undefined;
    }
  }

  #element(into: Node[], depth: number): void {
    if (depth >= EVTX_LIMITS.depth) throw new Damage('too-deep');
    const hasAttributes = (this.#byte() & MORE) !== 0;
    const dependency = this.#dependency();
    this.#skip(4);
    const element: Element = {
      kind: 'element',
      name: this.#name(),
      dependsOn: dependency === NOTHING ? null : dependency,
      attributes: [],
      children: [],
    };
    // In its place before its inside is read: what was read before a damage is kept.
    into.push(element);
    if (hasAttributes) this.#attributes(element.attributes);
    if (this.#takes(TOKEN.closeEmpty)) return;
    if (!this.#takes(TOKEN.closeStart)) throw new Damage('unknown-token');
    while (!this.#takes(TOKEN.endElement)) this.#content(element.children, depth + 1);
  }

  /** The field is there or not, and no mark says which: a name that fits decides where the rule does not hold. */
  #dependency(): number {
    this.#need(12);
    const fits = (shift: number): boolean => {
      const name = this.#bytes.readUInt32LE(this.#at + shift + 4);
      return this.#around.names.fits(name);
    };
    const present = this.#inTemplate ? fits(2) || !fits(0) : !fits(0) && fits(2);
    return present ? this.#u16() : NOTHING;
  }

  #attributes(into: Attribute[]): void {
    // Bytes of the list; the tokens themselves say where it ends.
    this.#skip(4);
    while ((this.#peek() & ~MORE) === TOKEN.attribute) {
      this.#around.budget.step();
      this.#skip(1);
      const attribute: Attribute = { name: this.#name(), value: [] };
      into.push(attribute);
      while (isText(this.#peek())) attribute.value.push(this.#text());
    }
  }

  #text(): Node {
    const token = this.#byte();
    switch (token & ~MORE) {
      case TOKEN.value:
        if (this.#byte() !== STRING) throw new Damage('unknown-value');
        return this.#string();
      case TOKEN.cdata:
        return this.#string();
      case TOKEN.character:
        return String.fromCharCode(this.#u16());
      case TOKEN.entity:
        return entity(this.#name());
      case TOKEN.substitution:
      case TOKEN.optional: {
        const index = this.#u16();
        // The type stands in the descriptor of the value, too, and that one counts.
        this.#skip(1);
        return { kind: 'substitution', index, optional: (token & ~MORE) === TOKEN.optional };
      }
      default:
        throw new Damage('unknown-token');
    }
  }

  #instruction(into: Node[]): void {
    this.#skip(1);
    const target = this.#name();
    const data = this.#takes(TOKEN.data) ? this.#string() : '';
    into.push({ kind: 'instruction', target, data });
  }

  /** An offset; a name that is used for the first time often lies right behind it. */
  #name(): string {
    const at = this.#u32();
    const name = this.#around.names.read(at);
    if (at === this.#at) this.#skip(this.#around.names.size(at));
    return name;
  }

  #string(): string {
    const length = 2 * this.#u16();
    this.#need(length);
    this.#around.budget.step(length >> 5);
    const text = this.#bytes.toString('utf16le', this.#at, this.#at + length);
    this.#at += length;
    return text;
  }

  /** Steps over the token if it comes next. */
  #takes(token: number): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }

  #peek(): number {
    this.#need(1);
    return this.#bytes.readUInt8(this.#at);
  }

  #byte(): number {
    const byte = this.#peek();
    this.#at += 1;
    return byte;
  }

  #u16(): number {
    this.#need(2);
    this.#at += 2;
    return this.#bytes.readUInt16LE(this.#at - 2);
  }

  #u32(): number {
    this.#need(4);
    this.#at += 4;
    return this.#bytes.readUInt32LE(this.#at - 4);
  }

  #skip(length: number): void {
    this.#need(length);
    this.#at += length;
  }

  #need(length: number): void {
    if (this.#at + length > this.#end) throw new Damage('cut-off');
  }
}

const TEXT_TOKENS: ReadonlySet<number> = new Set([
  TOKEN.value,
  TOKEN.character,
  TOKEN.entity,
  TOKEN.substitution,
  TOKEN.optional,
]);
const isText = (token: number): boolean => TEXT_TOKENS.has(token & ~MORE);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five of XML; any other has no meaning here and is kept as it is spelt. */
const entity = (name: string): string => ENTITIES.get(name) ?? `&${name};`;
