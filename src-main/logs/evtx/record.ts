import type { ChunkXml } from './chunk-xml.ts';
import { type DamageKind, damageKind } from './damage.ts';
import type { Checksum } from './file-header.ts';
import { type ExactTime, filetime } from './filetime.ts';
import { RECORD_HEAD, u64 } from './format.ts';
import { type NamedValue, namedData } from './named-data.ts';
import type { Instance } from './nodes.ts';
import { partsText } from './parts-text.ts';
import type { Found, RecordPlace } from './record-chain.ts';
import { type SystemField, systemPlan } from './system-fields.ts';
import { systemTime } from './system-time.ts';
import { TYPE } from './value-text.ts';
import { type XmlText, xmlText } from './xml-text.ts';

/**
 * One record of an event log. Only what is asked for is read. What two records of one chunk may cost together is
 * limited (limits.ts), so ask in the order of the file for the same result every time.
 */
export class EvtxRecord {
  /** Where it begins in the file, bytes. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  readonly found: Found;
  /** Of the data of its chunk. A wrong one marks the record and does not hide it. */
  readonly checksum: Checksum;
  readonly #chunk: ChunkXml;
  readonly #at: number;
  #root: Instance | null = null;
  #xml: XmlText | null = null;
  #data: readonly NamedValue[] | null = null;

  constructor(chunk: ChunkXml, chunkAt: number, place: RecordPlace, checksum: Checksum) {
    this.offset = chunkAt + place.at;
    this.size = place.size;
    this.found = place.found;
    this.checksum = checksum;
    this.#chunk = chunk;
    this.#at = place.at;
  }

  /** By the head of the record; null beyond 2^53. */
  get number(): number | null {
    return u64(this.#chunk.bytes, this.#at + 8);
  }

  /** By the head of the record. Null in events that the viewer has saved: it writes 0 there. */
  get written(): ExactTime | null {
    return filetime(this.#chunk.bytes, this.#at + 16);
  }

  /** When the event happened by its own account (`TimeCreated`), null where it says nothing. */
  get created(): ExactTime | null {
    const parts = systemPlan(this.#event.template).fields.get('time') ?? [];
    const [only] = parts;
    const value =
      typeof only === 'object' && only.kind === 'substitution' ? this.#event.values[only.index] : undefined;
    if (parts.length === 1 && value?.type === TYPE.filetime && value.size === 8) {
      return filetime(this.#chunk.bytes, value.at);
    }
    return systemTime(this.system('time'));
  }

  get eventId(): number | null {
    const text = this.system('eventId');
    return /^\d{1,10}$/.test(text) ? Number(text) : null;
  }

  /** A field of `Event/System` as plain text; empty where there is none, or where it cannot be read. */
  system(field: SystemField): string {
    const parts = systemPlan(this.#event.template).fields.get(field);
    if (parts === undefined) return '';
    try {
      return partsText(this.#chunk, parts, this.#event);
    } catch (error) {
      damageKind(error);
      return '';
    }
  }

  get data(): readonly NamedValue[] {
    this.#data ??= namedData(this.#chunk, systemPlan(this.#event.template).rest, this.#event);
    return this.#data;
  }

  /** The whole event as XML on one line: the same bytes give the same text. */
  get xml(): string {
    return this.#written().text;
  }

  /** Why `xml` is not the whole event; null where it is. */
  get damage(): DamageKind | null {
    return this.#written().damage;
  }

  #written(): XmlText {
    this.#xml ??= xmlText(this.#chunk, this.#event, this.#chunk.budget.xml);
    return this.#xml;
  }

  get #event(): Instance {
    this.#root ??= this.#chunk.fragment(this.#at + RECORD_HEAD, this.#at + this.size - 4, 0);
    return this.#root;
  }
}
