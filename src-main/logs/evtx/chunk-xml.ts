import { BinaryXml, type Surroundings } from './binary-xml.ts';
import { Damage, type DamageKind } from './damage.ts';
import { ChunkBudget, EVTX_LIMITS } from './limits.ts';
import { Names } from './names.ts';
import type { Instance, Node, Template } from './nodes.ts';
import { valueList } from './value-list.ts';

/** Token, one byte, short number of the template (4), offset of its definition (4). */
const INSTANCE_HEAD = 10;
/** Next definition of the same hash (4), GUID (16), size (4). */
const DEFINITION_HEAD = 24;

/** What the records of one chunk share: names and templates lie where they were used first. */
export class ChunkXml implements Surroundings {
  readonly bytes: Buffer;
  readonly names: Names;
  readonly budget = new ChunkBudget();
  readonly #templates = new Map<number, Template>();
  /** Definitions that are being read just now: one that is met again contains itself. */
  readonly #open = new Set<number>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.names = new Names(bytes);
  }

  /** The binary XML from `at` to `end`, as one instance; without a template it is one without values. */
  fragment(at: number, end: number, level: number): Instance {
    const nodes =
      level > EVTX_LIMITS.nested
        ? [{ kind: 'unreadable', why: 'too-deep' } as const]
        : new BinaryXml(this, at, end, false, level).read();
    const [only] = nodes;
    if (nodes.length === 1 && typeof only === 'object' && only.kind === 'instance') return only;
    return { kind: 'instance', template: templateOf(nodes), values: [], nested: null, level };
  }

  /** The binary XML inside a value of an instance. */
  nested(instance: Instance, index: number): Instance {
    instance.nested ??= new Map();
    const known = instance.nested.get(index);
    if (known !== undefined) return known;
    const { at, size } = instance.values[index] ?? { at: 0, size: 0 };
    const inside = this.fragment(at, at + size, instance.level + 1);
    instance.nested.set(index, inside);
    return inside;
  }

  instance(at: number, end: number, level: number): { instance: Instance; next: number } {
    if (level > EVTX_LIMITS.nested) throw new Damage('too-deep');
    if (at + INSTANCE_HEAD > end) throw new Damage('cut-off');
    const offset = this.bytes.readUInt32LE(at + 6);
    const behind = at + INSTANCE_HEAD;
    const template = this.#template(offset, this.bytes.readUInt32LE(at + 2), level);
    const list = offset === behind ? behind + DEFINITION_HEAD + this.bytes.readUInt32LE(offset + 20) : behind;
    const { values, next } = valueList(this.bytes, list, end);
    const found = template ?? withoutNames(values.length);
    return { instance: { kind: 'instance', template: found, values, nested: null, level }, next };
  }

  /** Null where another definition lies there by now: a record that was left over must not be read by it. */
  #template(offset: number, id: number, level: number): Template | null {
    const from = offset + DEFINITION_HEAD;
    if (from > this.bytes.length || this.bytes.readUInt32LE(offset + 4) !== id) return null;
    const known = this.#templates.get(offset);
    if (known !== undefined) return known;
    if (this.#open.has(offset)) throw new Damage('loop');
    const end = from + this.bytes.readUInt32LE(offset + 20);
    if (end > this.bytes.length) return null;
    this.#open.add(offset);
    try {
      const template = templateOf(new BinaryXml(this, from, end, true, level + 1).read());
      this.#templates.set(offset, template);
      return template;
    } finally {
      this.#open.delete(offset);
    }
  }
}

/** What is shown of values whose template is gone. */
function withoutNames(count: number): Template {
  const values: Node[] = Array.from({ length: count }, (_, index) => ({
    kind: 'element',
    name: 'Value',
    dependsOn: index,
    attributes: [],
    children: [{ kind: 'substitution', index, optional: true }],
  }));
  const children: Node[] = [{ kind: 'unreadable', why: 'template-lost' }, ...values];
  return templateOf([{ kind: 'element', name: 'Values', dependsOn: null, attributes: [], children }]);
}

function templateOf(nodes: readonly Node[]): Template {
  const height = heightOf(nodes);
  const tooHigh = height > EVTX_LIMITS.nested;
  const kept: readonly Node[] = tooHigh ? [{ kind: 'unreadable', why: 'too-deep' }] : nodes;
  return { nodes: kept, height: tooHigh ? 0 : height, damage: damageOf(kept), program: null, system: null };
}

/** How many templates lie inside each other, this one included. */
function heightOf(nodes: readonly Node[]): number {
  let height = 1;
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.kind === 'element') height = Math.max(height, heightOf(node.children));
    if (node.kind === 'instance') height = Math.max(height, 1 + node.template.height);
  }
  return height;
}

function damageOf(nodes: readonly Node[]): DamageKind | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found =
      node.kind === 'unreadable'
        ? node.why
        : node.kind === 'instance'
          ? node.template.damage
          : node.kind === 'element'
            ? damageOf(node.children)
            : null;
    if (found !== null) return found;
  }
  return null;
}
