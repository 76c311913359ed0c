import type { ChunkXml } from './chunk-xml.ts';
import { Damage, type DamageKind, damageComment, damageKind } from './damage.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { type Allowance, BoundedText, EVTX_LIMITS } from './limits.ts';
import type { Instance } from './nodes.ts';
import { type Program, type Slot, programOf } from './program.ts';
import { TYPE, isFreeText, textOf, valueTexts } from './value-text.ts';

/** A record as XML on one line, and what could not be written. */
export interface XmlText {
  readonly text: string;
  readonly damage: DamageKind | null;
}

const HAS_ELEMENT = /<[^!?]/;

/** @param allowance what the records of this chunk may still cost */
export function xmlText(chunk: ChunkXml, instance: Instance, allowance: Allowance): XmlText {
  const writer = new Writer(chunk, allowance);
  try {
    writer.instance(instance);
    if (writer.damage === null && !HAS_ELEMENT.test(writer.out.text)) throw new Damage('empty');
    return { text: writer.out.text, damage: writer.damage };
  } catch (error) {
    const why = damageKind(error);
    return { text: writer.out.text + damageComment(why), damage: why };
  }
}

/** Templates and optional elements inside each other, over all that lies in one record. */
const DEPTH = 2 * EVTX_LIMITS.depth;

class Writer {
  readonly out: BoundedText;
  readonly #chunk: ChunkXml;
  #depth = 0;
  damage: DamageKind | null = null;

  constructor(chunk: ChunkXml, allowance: Allowance) {
    this.#chunk = chunk;
    this.out = new BoundedText(allowance);
  }

  instance(instance: Instance): void {
    this.damage ??= instance.template.damage;
    this.#program(programOf(instance.template), instance);
  }

  #program({ literals, slots }: Program, instance: Instance): void {
    // Also what writes nothing costs time.
    this.out.charge(slots.length);
    this.#depth += 1;
    if (this.#depth > DEPTH) throw new Damage('too-deep');
    this.out.add(literals[0] ?? '');
    for (let i = 0; i < slots.length; i += 1) {
      const slot = slots[i];
      if (slot !== undefined) this.#slot(slot, instance);
      this.out.add(literals[i + 1] ?? '');
    }
    this.#depth -= 1;
  }

  #slot(slot: Slot, instance: Instance): void {
    switch (slot.kind) {
      case 'value':
        return this.#value(instance, slot.index, slot.inAttribute);
      case 'attribute':
        if (isMissing(instance, slot.index)) return undefined;
        this.out.add(slot.before);
        this.#value(instance, slot.index, true);
        return this.out.add('"');
      case 'element':
        return this.#elements(slot, instance);
      case 'dependent':
        return isMissing(instance, slot.index) ? undefined : this.#program(slot.program, instance);
      case 'instance':
        return this.instance(slot.instance);
    }
  }

  /** Windows writes an element for each member of an array. */
  #elements({ index, before, after }: Extract<Slot, { kind: 'element' }>, instance: Instance): void {
    const value = instance.values[index];
    if (value === undefined || (value.type & TYPE.array) === 0 || value.size === 0) {
      this.out.add(before);
      this.#value(instance, index, false);
      return this.out.add(after);
    }
    for (const text of valueTexts(this.#chunk.bytes, value.type, value.at, value.size)) {
      this.out.add(before);
      this.out.add(escapeText(text));
      this.out.add(after);
    }
    return undefined;
  }

  #value(instance: Instance, index: number, inAttribute: boolean): void {
    const value = instance.values[index];
    if (value === undefined || value.size === 0) return;
    if (value.type === TYPE.xml && !inAttribute) return this.instance(this.#chunk.nested(instance, index));
    const text = textOf(this.#chunk.bytes, value);
    if (!isFreeText(value)) return this.out.add(text);
    return this.out.add(inAttribute ? escapeAttribute(text) : escapeText(text));
  }
}

/** No value, or one of the type that says so. */
export function isMissing(instance: Instance, index: number): boolean {
  const value = instance.values[index];
  return value === undefined || value.type === TYPE.nothing;
}
