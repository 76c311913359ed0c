import type { ChunkXml } from './chunk-xml.ts';
import type { Instance, Node } from './nodes.ts';
import { TYPE, textOf } from './value-text.ts';

/**
 * The plain text of an attribute, or of an element without elements: nothing is escaped.
 * @throws Damage for a value that cannot be read
 */
export function partsText(chunk: ChunkXml, parts: readonly Node[], instance: Instance): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return partText(chunk, only, instance);
  return parts.map((part) => partText(chunk, part, instance)).join('');
}

function partText(chunk: ChunkXml, part: Node, instance: Instance): string {
  if (typeof part === 'string') return part;
  if (part.kind !== 'substitution') return '';
  const value = instance.values[part.index];
  if (value === undefined || value.size === 0 || value.type === TYPE.xml) return '';
  return textOf(chunk.bytes, value);
}
